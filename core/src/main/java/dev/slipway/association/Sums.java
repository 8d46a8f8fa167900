package dev.slipway.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds an amount again as a sum or difference of two or three columns, each with a factor: by least squares over every pair
 * and triple of the first {@link #MOST} columns of numbers, from their covariances.
 */
final class Sums {
    static final int MOST = 60;
    /** The share of the target's variance that the sum leaves over at most. */
    private static final double LEFT = 0.005;
    /** A column belongs to the sum only if without it ten times as much is left over. */
    private static final double NEEDED = 10;
    /** Share of the target's rows in which a column has a value. */
    private static final double PRESENT = 0.9;

    /** @param left the share of the target's variance that is not explained */
    record Sum(List<Feature> columns, double left) {}

    private final List<Feature> columns;
    private final double[][] covariance;
    private final int target;

    private Sums(List<Feature> columns, Feature target) {
        this.columns = columns;
        this.target = columns.size();
        var all = new ArrayList<>(columns);
        all.add(target);
        int[] rows = IntStream.range(0, target.codes().length)
                .filter(row -> all.stream().noneMatch(feature -> feature.isMissing(row)))
                .toArray();
        double[][] centred = all.stream().map(feature -> centred(feature, rows)).toArray(double[][]::new);
        covariance = new double[all.size()][all.size()];
        for (int i = 0; i < centred.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row = 0; row < rows.length; row++) {
                    sum += centred[i][row] * centred[j][row];
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
    }

    /** With variance 1, so that no unit counts more than another. All zero for a constant. */
    private static double[] centred(Feature feature, int... rows) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> feature.numbers()[row]).sum() / rows.length;
        double[] values = Arrays.stream(rows)
                .mapToDouble(row -> feature.numbers()[row] - mean)
                .toArray();
        double norm =
                Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
        return Arrays.stream(values).map(value -> norm > 0 ? value / norm : 0).toArray();
    }

    /** The smallest number of columns, and of those the one that leaves least. */
    static Optional<Sum> of(List<Feature> features, Feature target) {
        int rows = target.present();
        var columns = features.stream()
                .filter(feature -> feature.kind().quantity() && feature.distinct() > 1)
                .filter(feature -> common(feature, target) >= PRESENT * rows)
                .limit(MOST)
                .toList();
        return columns.size() < 2 ? Optional.empty() : new Sums(columns, target).best();
    }

    private static long common(Feature feature, Feature target) {
        return IntStream.range(0, target.codes().length)
                .filter(row -> !feature.isMissing(row) && !target.isMissing(row))
                .count();
    }

    private Optional<Sum> best() {
        if (covariance[target][target] == 0) {
            return Optional.empty();
        }
        for (int size = 2; size <= 3; size++) {
            double least = LEFT;
            int[] chosen = new int[0];
            for (int i = 0; i < target; i++) {
                for (int j = i + 1; j < target; j++) {
                    for (int k = size == 2 ? -1 : j + 1; k < (size == 2 ? 0 : target); k++) {
                        int[] some = size == 2 ? new int[] {i, j} : new int[] {i, j, k};
                        double left = left(some);
                        if (left < least && needed(left, some)) {
                            least = left;
                            chosen = some;
                        }
                    }
                }
            }
            if (chosen.length > 0) {
                return Optional.of(
                        new Sum(Arrays.stream(chosen).mapToObj(columns::get).toList(), least));
            }
        }
        return Optional.empty();
    }

    private boolean needed(double left, int... some) {
        return IntStream.range(0, some.length).allMatch(without -> {
            int[] others = IntStream.range(0, some.length)
                    .filter(i -> i != without)
                    .map(i -> some[i])
                    .toArray();
            return left(others) > NEEDED * Math.max(left, 1e-12);
        });
    }

    /** By Gauss' elimination; 1 where the columns depend on each other. */
    private double left(int... some) {
        int size = some.length;
        double[][] system = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                system[i][j] = covariance[some[i]][some[j]];
            }
            system[i][size] = covariance[some[i]][target];
        }
        double explained = 0;
        for (int i = 0; i < size; i++) {
            double pivot = system[i][i];
            if (pivot < 1e-9) {
                return 1;
            }
            explained += system[i][size] * system[i][size] / pivot;
            for (int below = i + 1; below < size; below++) {
                double factor = system[below][i] / pivot;
                for (int j = i; j <= size; j++) {
                    system[below][j] -= factor * system[i][j];
                }
            }
        }
        return Math.max(0, 1 - explained / covariance[target][target]);
    }
}
