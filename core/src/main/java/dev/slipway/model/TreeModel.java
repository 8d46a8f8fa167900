package dev.slipway.model;

import dev.slipway.table.Table;
import java.util.List;
import java.util.Set;

/** Boosted trees over numeric columns, in single precision as the library that grew them; missing numbers are known to them. */
public final class TreeModel implements Model {
    private final List<String> columns;
    private final TreeEnsemble trees;

    /** The columns stand in the order of the trees' features; a vector column is a feature for each of its places. */
    public TreeModel(List<String> columns, TreeEnsemble trees) {
        if (columns.size() > trees.features()) {
            throw new IllegalArgumentException(
                    "%d columns for trees of %d features".formatted(columns.size(), trees.features()));
        }
        this.columns = List.copyOf(columns);
        this.trees = trees;
    }

    @Override
    public Predictions predict(Table table) {
        float[] matrix = Matrix.floats(table, columns);
        int rows = table.rows();
        if (matrix.length != rows * trees.features()) {
            throw new IllegalArgumentException(
                    "%d numbers for %d rows of %d features".formatted(matrix.length, rows, trees.features()));
        }
        float[] answers = new float[rows * trees.groups()];
        if (rows == 1) {
            trees.answers(matrix, 0, answers);
        } else {
            trees.batchAnswers(matrix, rows, answers);
        }
        double[] probabilities = new double[answers.length];
        for (int i = 0; i < answers.length; i++) {
            probabilities[i] = answers[i];
        }
        return trees.groups() == 1
                ? Predictions.ofPositive(probabilities)
                : Predictions.of(trees.groups(), probabilities);
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(columns);
    }

    public List<String> columns() {
        return columns;
    }

    public TreeEnsemble trees() {
        return trees;
    }
}
