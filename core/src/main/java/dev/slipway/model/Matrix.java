package dev.slipway.model;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.List;

/** The numbers of some columns of a table, a row after the other; {@code NaN} where missing. */
public final class Matrix {
    private Matrix() {}

    /** For trees: single precision, as the native library sees them. */
    public static float[] floats(Table table, List<String> columns) {
        int width = columns.size();
        float[] matrix = new float[table.rows() * width];
        for (int place = 0; place < width; place++) {
            var column = table.column(columns.get(place));
            for (int row = 0, cell = place; row < column.size(); row++, cell += width) {
                matrix[cell] = (float) column.number(row);
            }
        }
        return matrix;
    }

    public static double[] doubles(Table table, List<String> columns) {
        int width = columns.size();
        double[] matrix = new double[table.rows() * width];
        for (int place = 0; place < width; place++) {
            var column = table.column(columns.get(place));
            for (int row = 0, cell = place; row < column.size(); row++, cell += width) {
                matrix[cell] = column.number(row);
            }
        }
        return matrix;
    }

    /** The columns a model of numbers learns from: all of them, or a problem for each that holds no numbers. */
    public static List<String> numericColumns(Table prepared) {
        var problems = prepared.columns().stream()
                .filter(column -> !column.type().numeric())
                .map(Matrix::notNumeric)
                .toList();
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.USAGE, problems);
        }
        return prepared.names();
    }

    private static Problem notNumeric(Column column) {
        return new Problem(
                "MODEL-NOT-NUMERIC",
                "the column is still %s behind the last step, and a model learns from numbers"
                        .formatted(column.type().label()),
                "column '" + column.name() + "'",
                "add it to 'features' in slipway.yaml: - onehot: {columns: [%s]}, or - drop: [%s]"
                        .formatted(column.name(), column.name()));
    }
}
