package dev.slipway.cluster;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.RowWeights;
import dev.slipway.algorithm.SideBySide;
import dev.slipway.algorithm.Standardised;
import dev.slipway.model.ClusterModel;
import dev.slipway.model.Estimator;
import dev.slipway.model.Matrix;
import dev.slipway.model.Silhouette;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups rows around centres: of all numbers of clusters asked for, the one whose clusters are the most apart for how wide they
 * are, by the {@link Silhouette}. Quantities are imputed and scaled by steps of its own, so that no unit counts more than
 * another. The clusters are numbered by their size, the largest first.
 *
 * @param fewest clusters, at least 2
 * @param most clusters
 * @param starts the best of so many runs counts
 * @param seed decides every draw; a run's own depends on its place alone, so any number of threads finds the same clusters
 */
public record KMeans(int fewest, int most, int starts, long seed, int threads, Deadline deadline) implements Estimator {
    /** Rows that the number of clusters is chosen on, where there are more. */
    private static final int SAMPLE = 5_000;

    @Override
    public List<Transformer<?>> preparation() {
        return Standardised.QUANTITIES;
    }

    @Override
    public ClusterModel fit(Training training) {
        var columns = Matrix.numericColumns(training.table());
        var points = points(training, columns);
        refuseFewer(distinct(points));
        int clusters = fewest == most ? fewest : best(points);
        var found = runs(points, clusters);
        return new ClusterModel(columns, ordered(found));
    }

    private static Points points(Training training, List<String> columns) {
        double[] matrix = Matrix.doubles(training.table(), columns);
        for (int cell = 0; cell < matrix.length; cell++) {
            matrix[cell] = Double.isNaN(matrix[cell]) ? ClusterModel.STAND_IN : matrix[cell];
        }
        double[] weights = RowWeights.of(training.weights()).shares();
        return new Points(Matrix.width(training.table(), columns), matrix, weights);
    }

    /** How many different points there are, counted up to the most that matter. */
    private int distinct(Points points) {
        var seen = new ArrayList<Integer>();
        for (int row = 0; row < points.rows() && seen.size() < most; row++) {
            int here = row;
            if (points.weight(row) > 0 && seen.stream().noneMatch(other -> points.squaredDistance(here, other) == 0)) {
                seen.add(row);
            }
        }
        return seen.size();
    }

    private void refuseFewer(int distinct) {
        if (distinct < most) {
            throw SlipwayException.refused(
                    "TRAIN-ROWS-FEW",
                    "%d clusters need as many different rows, there %s"
                            .formatted(most, distinct == 1 ? "is one" : "are " + distinct),
                    "the training data of candidate kmeans",
                    "bring more rows, or set k to at most " + Math.max(distinct, 2));
        }
    }

    private int best(Points all) {
        var points = all.rows() <= SAMPLE ? all : all.rows(sample(all.rows()));
        var judged = IntStream.rangeClosed(fewest, most)
                .mapToObj(clusters -> new Tried(clusters, silhouette(points, runs(points, clusters))))
                .toList();
        // Of equals the fewest clusters: they are easier to name.
        return Collections.max(
                        judged,
                        Comparator.comparingDouble(Tried::silhouette)
                                .thenComparing(
                                        Comparator.comparingInt(Tried::clusters).reversed()))
                .clusters();
    }

    private record Tried(int clusters, double silhouette) {}

    private static double silhouette(Points points, Lloyd found) {
        return Silhouette.of(points.rows(), points::squaredDistance, row -> found.cluster()[row])
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private int[] sample(int rows) {
        var random = new SplittableRandom(seed);
        int[] chosen = IntStream.range(0, rows).toArray();
        for (int i = 0; i < SAMPLE; i++) {
            int other = i + random.nextInt(rows - i);
            int kept = chosen[i];
            chosen[i] = chosen[other];
            chosen[other] = kept;
        }
        return Arrays.stream(chosen, 0, SAMPLE).sorted().toArray();
    }

    private Lloyd runs(Points points, int clusters) {
        long[] seeds = new SplittableRandom(seed).longs(starts).toArray();
        return SideBySide.of(starts, threads, start -> {
                    if (deadline.over()) {
                        throw new BudgetOver("k-means was told to stop at %d clusters".formatted(clusters));
                    }
                    return Lloyd.run(points, clusters, seeds[start], deadline::over);
                })
                .stream()
                .min(Comparator.comparingDouble(Lloyd::inertia))
                .orElseThrow();
    }

    /** The centres, that of the largest cluster first. */
    private static List<List<Double>> ordered(Lloyd found) {
        var sizes = new int[found.clusters()];
        for (int cluster : found.cluster()) {
            sizes[cluster]++;
        }
        int width = found.centres().length / found.clusters();
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingInt(cluster -> -sizes[cluster]))
                .map(cluster -> Arrays.stream(found.centres(), cluster * width, (cluster + 1) * width)
                        .boxed()
                        .toList())
                .toList();
    }
}
