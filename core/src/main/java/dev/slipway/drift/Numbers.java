package dev.slipway.drift;

import dev.slipway.drift.ColumnShift.Comparison;
import dev.slipway.drift.ColumnShift.Slice;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.statistic.Distribution;
import java.util.ArrayList;
import java.util.List;

/** Compares columns of many numbers along the number line. */
final class Numbers {
    private static final int BINS = 10;

    private Numbers() {}

    static Comparison compared(ColumnProfile before, ColumnProfile after) {
        var one = before.numbers();
        var other = after.numbers();
        double[] edges = edges(one);
        double[] left = counts(one, edges);
        double[] right = counts(other, edges);
        double deviation = before.moments().populationDeviation();
        var distances = along(one, other);
        return new Comparison(
                true,
                distances.ks,
                deviation > 0 ? distances.wasserstein / deviation : Double.NaN,
                Distances.psi(left, right),
                Tails.kolmogorov(distances.ks, (double) one.count(), (double) other.count()),
                meanShift(before, after),
                one.isExact() && other.isExact(),
                slices(before, after, edges, left, right));
    }

    /** By how many deviations of before the mean moved; {@code NaN} where nothing varied. */
    static double meanShift(ColumnProfile before, ColumnProfile after) {
        double deviation = before.moments().populationDeviation();
        return deviation > 0 ? (after.moments().mean() - before.moments().mean()) / deviation : Double.NaN;
    }

    /** A number as the name of a value: {@code 3}, {@code 2.5}. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private record Along(double ks, double wasserstein) {}

    /** The largest distance of the two cumulative shares, and the area between them, in one walk. */
    private static Along along(Distribution one, Distribution other) {
        double ks = 0;
        double area = 0;
        double here = 0;
        double there = 0;
        double last = Double.NaN;
        int i = 0;
        int j = 0;
        while (i < one.distinct() || j < other.distinct()) {
            double value = Math.min(
                    i < one.distinct() ? one.value(i) : Double.POSITIVE_INFINITY,
                    j < other.distinct() ? other.value(j) : Double.POSITIVE_INFINITY);
            if (!Double.isNaN(last)) {
                area += Math.abs(here / one.count() - there / other.count()) * (value - last);
            }
            while (i < one.distinct() && one.value(i) <= value) {
                here += one.countAt(i++);
            }
            while (j < other.distinct() && other.value(j) <= value) {
                there += other.countAt(j++);
            }
            ks = Math.max(ks, Math.abs(here / one.count() - there / other.count()));
            last = value;
        }
        return new Along(ks, area);
    }

    /** The deciles, each once. */
    private static double[] edges(Distribution numbers) {
        var edges = new ArrayList<Double>();
        for (int i = 1; i < BINS; i++) {
            double edge = numbers.quantile((double) i / BINS).value();
            if (edges.isEmpty() || edge > edges.get(edges.size() - 1)) {
                edges.add(edge);
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How many numbers lie up to each edge (inclusive), and beyond the last. */
    private static double[] counts(Distribution numbers, double... edges) {
        double[] counts = new double[edges.length + 1];
        int bin = 0;
        for (int place = 0; place < numbers.distinct(); place++) {
            while (bin < edges.length && numbers.value(place) > edges[bin]) {
                bin++;
            }
            counts[bin] += numbers.countAt(place);
        }
        return counts;
    }

    private static List<Slice> slices(
            ColumnProfile before, ColumnProfile after, double[] edges, double[] left, double... right) {
        var slices = new ArrayList<Slice>();
        for (int i = 0; i < left.length; i++) {
            slices.add(new Slice(
                    "",
                    i == 0 ? Math.min(before.extremes().min(), after.extremes().min()) : edges[i - 1],
                    i == edges.length
                            ? Math.max(before.extremes().max(), after.extremes().max())
                            : edges[i],
                    left[i] / before.numbers().count(),
                    right[i] / after.numbers().count()));
        }
        return slices;
    }
}
