package dev.slipway.explain;

import dev.slipway.model.Matrix;
import dev.slipway.model.TreeModel;
import dev.slipway.table.Table;
import java.util.List;

/** Trees: path-dependent Shapley values, see {@link TreeContributions}. */
public final class TreeAttribution implements Attribution {
    private final List<String> columns;
    private final TreeContributions contributions;

    public TreeAttribution(TreeModel model) {
        columns = model.columns();
        contributions = TreeContributions.of(model.trees().view(), columns.size());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int groups() {
        return contributions.groups();
    }

    @Override
    public double base(int group) {
        return contributions.base(group);
    }

    @Override
    public double[] shares(Table prepared) {
        return contributions.of(Matrix.floats(prepared, columns), 0);
    }
}
