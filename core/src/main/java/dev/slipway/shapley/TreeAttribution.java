package dev.slipway.shapley;

import dev.slipway.model.Matrix;
import dev.slipway.model.TreeModel;
import dev.slipway.shapley.Shares.Share;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Trees: path-dependent Shapley values, see {@link TreeContributions}. */
public final class TreeAttribution implements Attribution {
    private final List<String> columns;
    private final int features;
    private final TreeContributions contributions;

    public TreeAttribution(TreeModel model) {
        columns = model.columns();
        features = model.trees().features();
        contributions = TreeContributions.of(model.trees().view(), features);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<Shares> shares(Table prepared) {
        double[] amounts = contributions.of(Matrix.doubles(prepared, columns), 0);
        var names = Matrix.featureNames(prepared, columns);
        var owners = owners(prepared, columns);
        return IntStream.range(0, contributions.groups())
                .mapToObj(group -> new Shares(
                        contributions.base(group),
                        IntStream.range(0, features)
                                .mapToObj(place -> new Share(
                                        owners.get(place), names.get(place), amounts[group * features + place]))
                                .toList()))
                .toList();
    }

    /** The column of each feature: a vector column is one for each of its places. */
    public static List<String> owners(Table prepared, List<String> columns) {
        var owners = new ArrayList<String>();
        for (var name : columns) {
            owners.addAll(Collections.nCopies(prepared.column(name).places(), name));
        }
        return owners;
    }
}
