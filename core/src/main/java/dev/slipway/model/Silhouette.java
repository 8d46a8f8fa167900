package dev.slipway.model;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How well rows lie in their clusters (Rousseeuw 1987): for each row the mean distance to its own cluster, a, against that to
 * the nearest other one, b, as (b - a) / max(a, b), and 0 for a row alone in its cluster; the mean over the rows. From -1 to 1;
 * above one half clusters stand apart, near 0 they touch. Of many rows a sample is asked, always the same one.
 */
public final class Silhouette {
    private static final int SAMPLE = 2_000;
    private static final long SEED = 20_260_101;

    private Silhouette() {}

    /** The square of the distance between two rows. */
    @FunctionalInterface
    public interface Distance {
        double squared(int row, int other);
    }

    /** Absent unless two clusters or more have rows. */
    public static OptionalDouble of(int rows, Distance distance, IntUnaryOperator cluster) {
        int[] asked = rows <= SAMPLE
                ? IntStream.range(0, rows).toArray()
                : new SplittableRandom(SEED)
                        .ints(0, rows)
                        .distinct()
                        .limit(SAMPLE)
                        .sorted()
                        .toArray();
        int[] of = Arrays.stream(asked).map(cluster).toArray();
        var sizes = new int[Arrays.stream(of).max().orElse(0) + 1];
        for (int each : of) {
            sizes[each]++;
        }
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < asked.length; i++) {
            sum += sizes[of[i]] == 1 ? 0 : one(i, asked, of, sizes, distance);
        }
        return OptionalDouble.of(sum / asked.length);
    }

    private static double one(int i, int[] asked, int[] of, int[] sizes, Distance distance) {
        var sums = new double[sizes.length];
        for (int j = 0; j < asked.length; j++) {
            sums[of[j]] += i == j ? 0 : Math.sqrt(distance.squared(asked[i], asked[j]));
        }
        double own = sums[of[i]] / (sizes[of[i]] - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < sizes.length; other++) {
            if (other != of[i] && sizes[other] > 0) {
                nearest = Math.min(nearest, sums[other] / sizes[other]);
            }
        }
        double wider = Math.max(own, nearest);
        return wider == 0 ? 0 : (nearest - own) / wider;
    }
}
