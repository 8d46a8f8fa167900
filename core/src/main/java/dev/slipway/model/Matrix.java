package dev.slipway.model;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.ArrayList;
import java.util.List;

/** The numbers of some columns of a table, a row after the other; {@code NaN} where missing. */
public final class Matrix {
    private Matrix() {}

    /**
     * More places of vectors than this are not laid out with their zeros: 5,000 columns of a thousand rows are 20 MB,
     * thirty thousand of a million rows are nobody's memory.
     */
    public static final int MOST_DENSE = 5_000;

    /** For trees: single precision, as the native library sees them. A vector column is a feature for each of its places. */
    public static float[] floats(Table table, List<String> columns) {
        int width = denseWidth(table, columns);
        float[] matrix = new float[table.rows() * width];
        int first = 0;
        for (var name : columns) {
            var column = table.column(name);
            if (column instanceof VectorColumn vectors) {
                put(vectors, first, width, (cell, value) -> matrix[cell] = (float) value);
            } else {
                for (int row = 0, cell = first; row < column.size(); row++, cell += width) {
                    matrix[cell] = (float) column.number(row);
                }
            }
            first += column.places();
        }
        return matrix;
    }

    public static double[] doubles(Table table, List<String> columns) {
        int width = denseWidth(table, columns);
        double[] matrix = new double[table.rows() * width];
        int first = 0;
        for (var name : columns) {
            var column = table.column(name);
            if (column instanceof VectorColumn vectors) {
                put(vectors, first, width, (cell, value) -> matrix[cell] = value);
            } else {
                for (int row = 0, cell = first; row < column.size(); row++, cell += width) {
                    matrix[cell] = column.number(row);
                }
            }
            first += column.places();
        }
        return matrix;
    }

    private interface Cells {
        void put(int cell, double value);
    }

    private static void put(VectorColumn column, int first, int width, Cells cells) {
        for (int row = 0; row < column.size(); row++) {
            for (int entry = column.start(row); entry < column.end(row); entry++) {
                cells.put(row * width + first + column.place(entry), column.value(entry));
            }
        }
    }

    /** How many features these columns are: one each, and as many as it has places for a vector column. */
    public static int width(Table table, List<String> columns) {
        long width = 0;
        for (var name : columns) {
            width += table.column(name).places();
        }
        return Math.toIntExact(width);
    }

    /** What each feature is called: as its column, and for a place of a vector column as in {@code message=free}. */
    public static List<String> featureNames(Table table, List<String> columns) {
        var names = new ArrayList<String>();
        for (var name : columns) {
            if (table.column(name) instanceof VectorColumn vectors) {
                vectors.names().forEach(place -> names.add(name + "=" + place));
            } else {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** The same, refused where the zeros of so many places would fill the memory. */
    public static int denseWidth(Table table, List<String> columns) {
        int vectors = 0;
        for (var name : columns) {
            var column = table.column(name);
            vectors += column.type() == ColumnType.VECTOR ? column.places() : 0;
            if (vectors > MOST_DENSE) {
                throw tooWide(
                        "%d numbers a row are too many to lay out with their zeros, at most %d"
                                .formatted(vectors, MOST_DENSE),
                        "column '" + name + "'",
                        "set max_features of the text step to %d or less, or use a linear candidate such as logistic"
                                .formatted(MOST_DENSE));
            }
        }
        int width = width(table, columns);
        if ((long) table.rows() * width > Integer.MAX_VALUE - 8) {
            throw tooWide(
                    "%d rows of %d features are more than 2^31 numbers".formatted(table.rows(), width),
                    table.origins().source(),
                    "train on fewer rows, or on fewer columns");
        }
        return width;
    }

    private static SlipwayException tooWide(String what, String where, String fix) {
        return SlipwayException.usage("MODEL-TOO-LARGE", what, where, fix);
    }

    /** The columns a model of numbers learns from: all of them, or a problem for each that holds no numbers. */
    public static List<String> numericColumns(Table prepared) {
        var problems = prepared.columns().stream()
                .filter(column -> !column.type().numeric() && column.type() != ColumnType.VECTOR)
                .map(Matrix::notNumeric)
                .toList();
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.USAGE, problems);
        }
        if (prepared.columns().isEmpty()) {
            throw SlipwayException.usage(
                    "MODEL-NO-COLUMNS",
                    "no column is left behind the last step, and a model learns from columns",
                    "'features' in slipway.yaml",
                    "drop fewer columns; free text is read by a step: - tfidf: {columns: [message]}");
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
