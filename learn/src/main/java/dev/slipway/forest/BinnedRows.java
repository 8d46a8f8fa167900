package dev.slipway.forest;

import dev.slipway.model.Matrix;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The training rows as bins, feature by feature. Immutable: all trees of a forest share it. */
final class BinnedRows {
    /** Fine enough to tell the blocks of California apart, and few enough to count in the nearest cache. */
    static final int BINS = 1024;

    private final int rows;
    private final List<BinnedFeature> features;

    private BinnedRows(int rows, List<BinnedFeature> features) {
        this.rows = rows;
        this.features = features;
    }

    /** A feature for each column of numbers, and for each place of a vector column. */
    static BinnedRows of(Table table, List<String> columns) {
        Matrix.denseWidth(table, columns);
        var features = new ArrayList<BinnedFeature>();
        for (var name : columns) {
            var column = table.column(name);
            if (column instanceof VectorColumn vectors) {
                addPlaces(vectors, features);
            } else {
                features.add(BinnedFeature.of(numbers(column), BINS));
            }
        }
        return new BinnedRows(table.rows(), features);
    }

    private static double[] numbers(Column column) {
        var numbers = new double[column.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = column.number(row);
            if (Double.isInfinite(numbers[row])) {
                throw SlipwayException.refused(
                        "TRAIN-NOT-FINITE",
                        "the value is " + numbers[row] + ", which no tree can tell from the largest number",
                        "row %d, column '%s' of the encoded training data".formatted(row + 1, column.name()),
                        "correct the value, or make it missing");
            }
        }
        return numbers;
    }

    private static void addPlaces(VectorColumn vectors, List<BinnedFeature> features) {
        var starts = new int[vectors.places() + 1];
        int entries = vectors.end(vectors.size() - 1);
        for (int entry = 0; entry < entries; entry++) {
            starts[vectors.place(entry) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] free = starts.clone();
        var rows = new int[entries];
        var values = new double[entries];
        for (int row = 0; row < vectors.size(); row++) {
            for (int entry = vectors.start(row); entry < vectors.end(row); entry++) {
                int to = free[vectors.place(entry)]++;
                rows[to] = row;
                values[to] = vectors.value(entry);
            }
        }
        for (int place = 0; place < vectors.places(); place++) {
            var numbers = new double[vectors.size()];
            for (int entry = starts[place]; entry < starts[place + 1]; entry++) {
                numbers[rows[entry]] = values[entry];
            }
            features.add(BinnedFeature.of(numbers, BINS));
        }
    }

    int rows() {
        return rows;
    }

    int features() {
        return features.size();
    }

    BinnedFeature feature(int feature) {
        return features.get(feature);
    }
}
