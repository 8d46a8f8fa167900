package dev.slipway.explain;

import dev.slipway.model.FittedPipeline;
import dev.slipway.model.TreeModel;
import dev.slipway.shapley.TreeAttribution;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * How much the trees of a model rest on a column of the data, by what their questions about it took off the training loss.
 * It needs no rows, and is kind to columns of many values.
 *
 * @param column of the data, or several joined by "and" where a step made one column of them
 * @param splits how many questions there are about it, in all trees
 * @param gain what they took off the training loss, together
 * @param share of that in the gain of all columns, 0 to 1
 */
public record Gain(String column, int splits, double gain, double share) {
    private static final Comparator<Gain> FIRST =
            Comparator.comparingDouble((Gain each) -> -each.gain()).thenComparing(Gain::column);

    /**
     * For each column a tree asks about, the largest first; none where the model has no trees.
     *
     * @param rows of the data, any: what the columns behind the steps are like
     */
    public static List<Gain> of(FittedPipeline pipeline, Table rows) {
        if (!(pipeline.model() instanceof TreeModel trees)) {
            return List.of();
        }
        var owners = TreeAttribution.owners(pipeline.prepared(rows), trees.columns());
        var raw = RawColumns.of(pipeline.steps(), trees.columns());
        var sums = new TreeMap<String, Gain>();
        for (var each : TreeImportance.of(trees.trees().view(), trees.trees().features())) {
            if (each.splits() > 0) {
                var column = String.join(" and ", raw.of(owners.get(each.feature())));
                sums.merge(column, new Gain(column, each.splits(), each.gain(), 0), Gain::plus);
            }
        }
        double all = sums.values().stream().mapToDouble(Gain::gain).sum();
        var gains = new ArrayList<Gain>();
        sums.values().forEach(each -> gains.add(each.of(all)));
        gains.sort(FIRST);
        return List.copyOf(gains);
    }

    private Gain plus(Gain other) {
        return new Gain(column, splits + other.splits, gain + other.gain, 0);
    }

    private Gain of(double all) {
        return new Gain(column, splits, gain, all > 0 ? gain / all : 0);
    }
}
