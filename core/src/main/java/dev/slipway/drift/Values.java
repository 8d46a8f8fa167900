package dev.slipway.drift;

import dev.slipway.drift.ColumnShift.Comparison;
import dev.slipway.drift.ColumnShift.Slice;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.statistic.Distribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares columns value by value: words, booleans, and numbers of which there are few. */
final class Values {
    /** Values of fewer rows than this, before and after together, count as one: chance alone makes them come and go. */
    private static final int RARE = 10;

    private static final int SLICES = 12;

    private Values() {}

    /** Whether two columns of numbers have at most so many distinct ones together. */
    static boolean few(Distribution before, Distribution after, int most) {
        if (!before.isExact() || !after.isExact() || before.distinct() > most || after.distinct() > most) {
            return false;
        }
        var all = new HashSet<Double>();
        add(all, before);
        add(all, after);
        return all.size() <= most;
    }

    private static void add(Set<Double> all, Distribution numbers) {
        for (int place = 0; place < numbers.distinct(); place++) {
            all.add(numbers.value(place));
        }
    }

    static Comparison compared(ColumnProfile before, ColumnProfile after, boolean numbers) {
        var counts = new TreeMap<String, long[]>();
        count(counts, before, 0, numbers);
        count(counts, after, 1, numbers);
        var pooled = pooled(counts);
        double[] left = pooled.values().stream().mapToDouble(count -> count[0]).toArray();
        double[] right = pooled.values().stream().mapToDouble(count -> count[1]).toArray();
        return new Comparison(
                false,
                Distances.totalVariation(left, right),
                Distances.jensenShannon(left, right),
                Distances.psi(left, right),
                probability(left, right),
                numbers ? Numbers.meanShift(before, after) : Double.NaN,
                true,
                slices(pooled, before.rows(), after.rows()));
    }

    private static void count(Map<String, long[]> counts, ColumnProfile column, int side, boolean numbers) {
        if (column.missing() > 0) {
            counts.computeIfAbsent("(no value)", value -> new long[2])[side] += column.missing();
        }
        if (numbers) {
            for (int place = 0; place < column.numbers().distinct(); place++) {
                var value = Numbers.text(column.numbers().value(place));
                counts.computeIfAbsent(value, text -> new long[2])[side] +=
                        column.numbers().countAt(place);
            }
        } else {
            column.values()
                    .values()
                    .forEach((value, seen) -> counts.computeIfAbsent(value, text -> new long[2])[side] += seen.count());
        }
    }

    private static Map<String, long[]> pooled(Map<String, long[]> counts) {
        var pooled = new TreeMap<String, long[]>();
        counts.forEach((value, count) -> {
            var name = count[0] + count[1] < RARE && counts.size() > 2 ? "(rare values)" : value;
            var sum = pooled.computeIfAbsent(name, text -> new long[2]);
            sum[0] += count[0];
            sum[1] += count[1];
        });
        return pooled;
    }

    private static List<Slice> slices(Map<String, long[]> counts, long before, long after) {
        var slices = new ArrayList<Slice>();
        counts.forEach((value, count) -> slices.add(
                new Slice(value, Double.NaN, Double.NaN, (double) count[0] / before, (double) count[1] / after)));
        slices.sort(Comparator.comparingDouble((Slice slice) -> Math.max(slice.before(), slice.after()))
                .reversed());
        return slices.subList(0, Math.min(SLICES, slices.size()));
    }

    /** Of Pearson's chi² of the two by k table, without a correction. */
    static double probability(double[] left, double[] right) {
        double leftSum = Distances.sum(left);
        double rightSum = Distances.sum(right);
        double all = leftSum + rightSum;
        double chi = 0;
        int columns = 0;
        for (int i = 0; i < left.length; i++) {
            double both = left[i] + right[i];
            if (both > 0) {
                columns++;
                double expectedLeft = leftSum * both / all;
                double expectedRight = rightSum * both / all;
                chi += (left[i] - expectedLeft) * (left[i] - expectedLeft) / expectedLeft
                        + (right[i] - expectedRight) * (right[i] - expectedRight) / expectedRight;
            }
        }
        return columns < 2 || leftSum == 0 || rightSum == 0 ? 1 : Tails.chiSquare(chi, columns - 1);
    }
}
