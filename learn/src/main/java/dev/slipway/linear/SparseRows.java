package dev.slipway.linear;

import dev.slipway.model.SparseMatrix;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is not zero, row after row, the columns of a row ascending. Every value is finite and small enough that its square is
 * too. Immutable.
 */
final class SparseRows {
    /** Squares and sums of squares of anything smaller stay finite. */
    private static final double LARGEST = 1e140;

    /** For what is still missing: the mean of scaled quantities, and false. */
    static final double STAND_IN = 0;

    private final int columns;
    private final int[] starts;
    private final int[] column;
    private final double[] value;

    /** Takes the arrays over; the cells of a row stand from its start to the next row's. */
    SparseRows(int columns, int[] starts, int[] column, double[] value) {
        this.columns = columns;
        this.starts = starts;
        this.column = column;
        this.value = value;
        for (int row = 0; row < rows(); row++) {
            for (int cell = start(row); cell < end(row); cell++) {
                refuseUnusable(row, cell);
            }
        }
    }

    /** The rows of a table; what is still missing counts as 0, the mean of a scaled quantity. */
    static SparseRows of(Table table, List<String> columns) {
        var matrix = SparseMatrix.of(table, columns, Collections.nCopies(columns.size(), STAND_IN));
        var starts = new int[matrix.rows() + 1];
        var column = new int[matrix.entries()];
        var value = new double[matrix.entries()];
        Arrays.setAll(starts, row -> row < matrix.rows() ? matrix.start(row) : matrix.entries());
        Arrays.setAll(column, matrix::feature);
        Arrays.setAll(value, matrix::value);
        return new SparseRows(matrix.width(), starts, column, value);
    }

    /** The rows of a row-major matrix. */
    static SparseRows dense(int rows, int columns, double... matrix) {
        if (matrix.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "%d values, %d rows of %d columns".formatted(matrix.length, rows, columns));
        }
        var starts = new int[rows + 1];
        var column = new int[matrix.length];
        var value = new double[matrix.length];
        int kept = 0;
        for (int cell = 0; cell < matrix.length; cell++) {
            if (matrix[cell] != 0) {
                column[kept] = cell % columns;
                value[kept++] = matrix[cell];
            }
            if (cell % columns == columns - 1) {
                starts[cell / columns + 1] = kept;
            }
        }
        return new SparseRows(columns, starts, Arrays.copyOf(column, kept), Arrays.copyOf(value, kept));
    }

    private void refuseUnusable(int row, int cell) {
        if (!(Math.abs(value[cell]) <= LARGEST)) {
            throw SlipwayException.refused(
                    "TRAIN-NOT-FINITE",
                    "the value is %s, which a linear model cannot use".formatted(value[cell]),
                    "row %d, feature %d of the encoded training data".formatted(row + 1, column[cell] + 1),
                    "fill missing values (features: impute) and bring the column to a usual size (features: scale)");
        }
    }

    int rows() {
        return starts.length - 1;
    }

    int columns() {
        return columns;
    }

    /** The first cell of a row. */
    int start(int row) {
        return starts[row];
    }

    /** Behind the last cell of a row. */
    int end(int row) {
        return starts[row + 1];
    }

    int column(int cell) {
        return column[cell];
    }

    double value(int cell) {
        return value[cell];
    }

    /** The weighted sum of a row's cells. */
    double times(int row, double[] weights) {
        double sum = 0;
        for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
            sum += value[cell] * weights[column[cell]];
        }
        return sum;
    }

    /** Root of the mean square of each column over all rows, 1 where it holds only zeros. */
    double[] sizes() {
        var squares = new double[columns];
        for (int cell = 0; cell < value.length; cell++) {
            squares[column[cell]] += value[cell] * value[cell];
        }
        for (int feature = 0; feature < columns; feature++) {
            double size = Math.sqrt(squares[feature] / rows());
            squares[feature] = size > 0 ? size : 1;
        }
        return squares;
    }

    /** The same rows with each column divided by its divisor. */
    SparseRows dividedBy(double... divisors) {
        var divided = new double[value.length];
        for (int cell = 0; cell < divided.length; cell++) {
            divided[cell] = value[cell] / divisors[column[cell]];
        }
        return new SparseRows(columns, starts, column, divided);
    }

    /** The same cells as rows of the transposed matrix: column after column, the rows of a column ascending. */
    SparseRows transposed() {
        var from = new int[columns + 1];
        for (int feature : column) {
            from[feature + 1]++;
        }
        for (int feature = 0; feature < columns; feature++) {
            from[feature + 1] += from[feature];
        }
        int[] free = from.clone();
        var row = new int[value.length];
        var moved = new double[value.length];
        for (int at = 0; at < rows(); at++) {
            for (int cell = starts[at]; cell < starts[at + 1]; cell++) {
                int to = free[column[cell]]++;
                row[to] = at;
                moved[to] = value[cell];
            }
        }
        return new SparseRows(rows(), from, row, moved);
    }
}
