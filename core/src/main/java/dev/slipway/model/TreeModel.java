package dev.slipway.model;

import dev.slipway.table.Table;
import dev.slipway.tree.Trees;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
        int rows = table.rows();
        double[] answers = new double[rows * trees.groups()];
        if (rows <= BLOCK) {
            answer(table, answers, 0);
        } else {
            IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
                    .map(block -> block * BLOCK)
                    .parallel()
                    .forEach(from -> answer(table.slice(from, Math.min(from + BLOCK, rows)), answers, from));
        }
        return switch (trees.answer()) {
            case CLASSES -> Predictions.of(trees.groups(), answers);
            case PROBABILITY -> Predictions.ofPositive(answers);
            case NUMBER -> Predictions.ofNumbers(answers);
        };
    }

    private void answer(Table some, double[] answers, int first) {
        double[] matrix = Matrix.doubles(some, columns);
        if (matrix.length != some.rows() * trees.features()) {
            throw new IllegalArgumentException(
                    "%d numbers for %d rows of %d features".formatted(matrix.length, some.rows(), trees.features()));
        }
        double[] theirs = new double[some.rows() * trees.groups()];
        trees.answers(matrix, some.rows(), theirs);
        System.arraycopy(theirs, 0, answers, first * trees.groups(), theirs.length);
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
