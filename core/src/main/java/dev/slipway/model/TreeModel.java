package dev.slipway.model;

import dev.slipway.table.Table;
import dev.slipway.tree.Trees;
import java.util.List;
import java.util.Set;

/** Trees over numeric columns, with the answers of the library that grew them; missing numbers are known to them. */
public final class TreeModel implements Model {
    /** Rows at once: enough to be fast, too few to fill the memory with a second copy of a table. */
    private static final int BLOCK = 4_096;

    private final List<String> columns;
    private final Trees trees;

    /** The columns stand in the order of the trees' features; a vector column is a feature for each of its places. */
    public TreeModel(List<String> columns, Trees trees) {
        if (columns.size() > trees.features()) {
            throw new IllegalArgumentException(
                    "%d columns for trees of %d features".formatted(columns.size(), trees.features()));
        }
        this.columns = List.copyOf(columns);
        this.trees = trees;
    }

    @Override
    public Predictions predict(Table table) {
        double[] answers = new double[table.rows() * trees.groups()];
        for (int from = 0; from < table.rows(); from += BLOCK) {
            int rows = Math.min(BLOCK, table.rows() - from);
            var block = rows == table.rows() ? table : table.slice(from, from + rows);
            double[] matrix = Matrix.doubles(block, columns);
            if (matrix.length != rows * trees.features()) {
                throw new IllegalArgumentException(
                        "%d numbers for %d rows of %d features".formatted(matrix.length, rows, trees.features()));
            }
            double[] some = new double[rows * trees.groups()];
            trees.answers(matrix, rows, some);
            System.arraycopy(some, 0, answers, from * trees.groups(), some.length);
        }
        return switch (trees.answer()) {
            case CLASSES -> Predictions.of(trees.groups(), answers);
            case PROBABILITY -> Predictions.ofPositive(answers);
            case NUMBER -> Predictions.ofNumbers(answers);
        };
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(columns);
    }

    public List<String> columns() {
        return columns;
    }

    public Trees trees() {
        return trees;
    }
}
