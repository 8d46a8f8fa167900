package dev.slipway.cluster;

import dev.slipway.algorithm.BudgetOver;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/*
 * One run of k-means from seeds drawn far apart (Arthur and Vassilvitskii 2007), until no row changes its centre (Lloyd 1982).
 * A centre that loses all its rows moves to the row that is farthest from its own. Mutable, for one run.
 */
final class Lloyd {
    private static final int MOST_ROUNDS = 300;

    private final Points points;
    private final int clusters;
    private final BooleanSupplier stopped;
    private final double[] centres;
    private final int[] cluster;
    private final double[] distance;

    private Lloyd(Points points, int clusters, BooleanSupplier stopped) {
        this.points = points;
        this.clusters = clusters;
        this.stopped = stopped;
        this.centres = new double[clusters * points.width()];
        this.cluster = new int[points.rows()];
        this.distance = new double[points.rows()];
    }

    static Lloyd run(Points points, int clusters, long seed, BooleanSupplier stopped) {
        var run = new Lloyd(points, clusters, stopped);
        run.seed(new SplittableRandom(seed));
        Arrays.fill(run.cluster, -1);
        for (int round = 0; round < MOST_ROUNDS && run.assign(); round++) {
            run.move();
        }
        return run;
    }

    /** The weighted squares of all distances from a row to its centre. */
    double inertia() {
        double sum = 0;
        for (int row = 0; row < distance.length; row++) {
            sum += points.weight(row) * distance[row];
        }
        return sum;
    }

    int clusters() {
        return clusters;
    }

    /** The centres, one after the other; not to be written to. */
    double[] centres() {
        return centres;
    }

    /** The cluster of each row, from 0; not to be written to. */
    int[] cluster() {
        return cluster;
    }

    private void seed(SplittableRandom random) {
        Arrays.fill(distance, 1);
        for (int centre = 0; centre < clusters; centre++) {
            points.copy(drawn(random), centres, centre);
            for (int row = 0; row < distance.length; row++) {
                double there = points.squaredDistance(row, centres, centre);
                distance[row] = centre == 0 ? there : Math.min(distance[row], there);
            }
        }
    }

    /** A row, as likely as its weight and the square of its distance from the centres so far say. */
    private int drawn(SplittableRandom random) {
        double total = inertia();
        double goal = random.nextDouble() * total;
        int last = 0;
        for (int row = 0; row < distance.length; row++) {
            double step = points.weight(row) * distance[row];
            goal -= step;
            if (step > 0) {
                last = row;
                if (goal < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** Gives each row to the nearest centre, the first of equals; whether any row changed. */
    private boolean assign() {
        if (stopped.getAsBoolean()) {
            throw new BudgetOver("k-means was told to stop");
        }
        boolean changed = false;
        for (int row = 0; row < cluster.length; row++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int centre = 0; centre < clusters; centre++) {
                double there = points.squaredDistance(row, centres, centre);
                if (there < least) {
                    least = there;
                    nearest = centre;
                }
            }
            changed |= cluster[row] != nearest;
            cluster[row] = nearest;
            distance[row] = least;
        }
        return changed;
    }

    private void move() {
        int width = points.width();
        var counts = new double[clusters];
        var sums = new double[centres.length];
        for (int row = 0; row < cluster.length; row++) {
            counts[cluster[row]] += points.weight(row);
            for (int feature = 0; feature < width; feature++) {
                sums[cluster[row] * width + feature] += points.weight(row) * points.at(row, feature);
            }
        }
        for (int centre = 0; centre < clusters; centre++) {
            if (counts[centre] > 0) {
                for (int feature = 0; feature < width; feature++) {
                    centres[centre * width + feature] = sums[centre * width + feature] / counts[centre];
                }
            } else {
                int far = farthest();
                points.copy(far, centres, centre);
                distance[far] = 0;
            }
        }
    }

    private int farthest() {
        int far = 0;
        for (int row = 1; row < distance.length; row++) {
            far = points.weight(row) > 0 && distance[row] > distance[far] ? row : far;
        }
        return far;
    }
}
