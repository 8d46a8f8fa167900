package dev.slipway.model;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of some columns of a table, a row after the other, without the zeros: compressed sparse rows. A column of
 * numbers is one feature, a vector column one for each of its places, in the order of the columns. Immutable, safe to share
 * between threads.
 */
public final class SparseMatrix {
    private final int width;
    private final int[] starts;
    private final int[] features;
    private final double[] values;

    private SparseMatrix(int width, int[] starts, int[] features, double... values) {
        this.width = width;
        this.starts = starts;
        this.features = features;
        this.values = values;
    }

    /** @param standIns for each column the number that stands where one is missing, {@code NaN} to leave it missing */
    public static SparseMatrix of(Table table, List<String> columns, List<Double> standIns) {
        var chosen = columns.stream().map(table::column).toList();
        int[] starts = starts(table, chosen, standIns);
        int[] next = Arrays.copyOf(starts, table.rows());
        int[] features = new int[starts[table.rows()]];
        double[] values = new double[features.length];
        int feature = 0;
        for (int i = 0; i < chosen.size(); i++) {
            var column = chosen.get(i);
            if (column instanceof VectorColumn vectors) {
                put(vectors, feature, next, features, values);
            } else {
                put(column, standIns.get(i), feature, next, features, values);
            }
            feature += column.places();
        }
        return new SparseMatrix(feature, starts, features, values);
    }

    private static int[] starts(Table table, List<Column> columns, List<Double> standIns) {
        int[] starts = new int[table.rows() + 1];
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            double standIn = standIns.get(i);
            for (int row = 0; row < column.size(); row++) {
                starts[row + 1] += column instanceof VectorColumn vectors
                        ? vectors.end(row) - vectors.start(row)
                        : number(column, row, standIn) == 0 ? 0 : 1;
            }
        }
        long entries = 0;
        for (int row = 0; row < table.rows(); row++) {
            entries += starts[row + 1];
            if (entries > Integer.MAX_VALUE - 8) {
                throw SlipwayException.usage(
                        "MODEL-TOO-LARGE",
                        "the first %d rows hold more than 2^31 numbers that are not zero".formatted(row + 1),
                        table.origins().source(),
                        "train on fewer rows, or on fewer columns");
            }
            starts[row + 1] = (int) entries;
        }
        return starts;
    }

    private static double number(Column column, int row, double standIn) {
        double number = column.number(row);
        return Double.isNaN(number) ? standIn : number;
    }

    private static void put(VectorColumn column, int feature, int[] next, int[] features, double... values) {
        for (int row = 0; row < next.length; row++) {
            for (int entry = column.start(row); entry < column.end(row); entry++) {
                features[next[row]] = feature + column.place(entry);
                values[next[row]++] = column.value(entry);
            }
        }
    }

    private static void put(Column column, double standIn, int feature, int[] next, int[] features, double... values) {
        for (int row = 0; row < next.length; row++) {
            double number = number(column, row, standIn);
            if (number != 0) {
                features[next[row]] = feature;
                values[next[row]++] = number;
            }
        }
    }

    public int rows() {
        return starts.length - 1;
    }

    /** How many numbers a row is, zeros counted. */
    public int width() {
        return width;
    }

    /** How many numbers are kept in all. */
    public int entries() {
        return values.length;
    }

    /** The first entry of a row; the entries of a row ascend by feature. */
    public int start(int row) {
        return starts[row];
    }

    /** The entry behind the last one of a row. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** The feature of an entry, from 0. */
    public int feature(int entry) {
        return features[entry];
    }

    /** The number of an entry; {@code NaN} where it is missing and has no stand-in. */
    public double value(int entry) {
        return values[entry];
    }
}
