package dev.slipway.association;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Rows that are strange by one or several columns. A value is odd where the tail of its column, gone on at the rate at which
 * it thins out between the 90th and the 99th percentile, would hold far less than one row there; two values are odd together
 * where many rows would have both if the columns had nothing to do with each other, and hardly any has. Numbers of many
 * values are compared by their eighths. Each oddity counts in bits: log2 of how much rarer than expected.
 */
final class Oddities {
    private static final int MOST_ROWS = 20;
    private static final int MOST_COLUMNS = 60;
    private static final int STRONGEST = 3;
    private static final int EIGHTHS = 8;
    /** One row where 64 would be expected. */
    private static final double PAIR_BITS = 6;
    /** One row where 1/256 of a row would be expected. */
    private static final double TAIL_BITS = 8;

    /** A tail is not known well enough to say more. */
    private static final double MOST_BITS = 20;

    private final Features features;
    private final List<Feature> columns;
    private final int[][] bins;
    private final int[] widths;
    /** The strongest of each row, the strongest first: bits, and the two columns (the same one twice for a far value). */
    private final double[] bits;

    private final int[] lefts;
    private final int[] rights;

    private Oddities(Features features) {
        this.features = features;
        columns = features
                .where(feature -> feature.numeric()
                        ? feature.distinct() > 1
                        : feature.distinct() > 1 && feature.distinct() <= Correlations.MOST_CLASSES)
                .stream()
                .limit(MOST_COLUMNS)
                .toList();
        bins = columns.stream().map(feature -> Power.bins(feature, EIGHTHS)).toArray(int[][]::new);
        widths = Arrays.stream(bins)
                .mapToInt(of -> Arrays.stream(of).max().orElse(0) + 1)
                .toArray();
        bits = new double[features.rows() * STRONGEST];
        lefts = new int[bits.length];
        rights = new int[bits.length];
    }

    static List<StrangeRow> of(Features features) {
        var oddities = new Oddities(features);
        for (int left = 0; left < oddities.columns.size(); left++) {
            oddities.far(left);
            for (int right = left + 1; right < oddities.columns.size(); right++) {
                oddities.together(left, right);
            }
        }
        return IntStream.range(0, features.rows())
                .filter(row -> oddities.bits[row * STRONGEST] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -oddities.sum(row)))
                .limit(MOST_ROWS)
                .map(oddities::strange)
                .toList();
    }

    private double sum(int row) {
        return Arrays.stream(bits, row * STRONGEST, (row + 1) * STRONGEST).sum();
    }

    private void add(int row, double strength, int left, int right) {
        int at = (row + 1) * STRONGEST - 1;
        if (strength <= bits[at]) {
            return;
        }
        while (at > row * STRONGEST && bits[at - 1] < strength) {
            bits[at] = bits[at - 1];
            lefts[at] = lefts[at - 1];
            rights[at] = rights[at - 1];
            at--;
        }
        bits[at] = strength;
        lefts[at] = left;
        rights[at] = right;
    }

    private int few() {
        return Math.max(3, features.rows() / 2_000);
    }

    private void together(int left, int right) {
        int[] one = bins[left];
        int[] other = bins[right];
        int width = widths[right];
        int height = widths[left];
        int[] cells = new int[width * height];
        long[] byLeft = new long[height];
        long[] byRight = new long[width];
        for (int row = 0; row < one.length; row++) {
            cells[one[row] * width + other[row]]++;
            byLeft[one[row]]++;
            byRight[other[row]]++;
        }
        double[] odd = new double[cells.length];
        boolean any = false;
        for (int cell = 0; cell < cells.length; cell++) {
            // Bin 0 is the missing values: which are missing together is told elsewhere.
            if (cell / width > 0 && cell % width > 0 && cells[cell] > 0 && cells[cell] <= few()) {
                double expected = (double) byLeft[cell / width] * byRight[cell % width] / one.length;
                double rarer = Math.log(expected / cells[cell]) / Math.log(2);
                odd[cell] = rarer >= PAIR_BITS ? rarer : 0;
                any |= rarer >= PAIR_BITS;
            }
        }
        for (int row = 0; any && row < one.length; row++) {
            double strength = odd[one[row] * width + other[row]];
            if (strength > 0) {
                add(row, strength, left, right);
            }
        }
    }

    private void far(int column) {
        var feature = columns.get(column);
        if (!feature.kind().quantity() || feature.distinct() <= EIGHTHS || feature.present() < 100) {
            return;
        }
        double[] sorted = Fences.sorted(feature.numbers());
        double halving = Math.log(10) / Math.log(2);
        double high = Fences.quantile(0.99, sorted);
        double up = (high - Fences.quantile(0.9, sorted)) / halving;
        double low = Fences.quantile(0.01, sorted);
        double down = (Fences.quantile(0.1, sorted) - low) / halving;
        // A row in a hundred lies beyond the 99th percentile, and the farthest of n rows is one in n.
        double farthest = (Math.log(sorted.length) - Math.log(100)) / Math.log(2);
        for (int row = 0; row < features.rows(); row++) {
            double value = feature.numbers()[row];
            double above = up > 0 ? (value - high) / up : 0;
            double below = down > 0 ? (low - value) / down : 0;
            double strength = Math.max(above, below) - farthest;
            if (strength > TAIL_BITS && alike(sorted, value) <= few()) {
                add(row, Math.min(MOST_BITS, strength), column, column);
            }
        }
    }

    /** How many have just this value: what stands for "more than can be said" is not one strange row. */
    private static int alike(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        int from = at;
        int to = at;
        while (from > 0 && sorted[from - 1] == value) {
            from--;
        }
        while (to < sorted.length && sorted[to] == value) {
            to++;
        }
        return to - from;
    }

    private StrangeRow strange(int row) {
        var oddities = IntStream.range(row * STRONGEST, (row + 1) * STRONGEST)
                .filter(at -> bits[at] > 0)
                .mapToObj(at -> oddity(row, at))
                .toList();
        return new StrangeRow(features.sample().origin(row), sum(row), oddities);
    }

    private StrangeRow.Oddity oddity(int row, int at) {
        var left = columns.get(lefts[at]);
        var right = columns.get(rights[at]);
        if (left == right) {
            double[] sorted = Fences.sorted(left.numbers());
            return new StrangeRow.Oddity(
                    List.of(left.name()),
                    List.of(text(row, left)),
                    bits[at],
                    "%s = %s is far out: 98 %% of the values lie from %s to %s"
                            .formatted(
                                    left.name(),
                                    text(row, left),
                                    plain(Fences.quantile(0.01, sorted)),
                                    plain(Fences.quantile(0.99, sorted))));
        }
        int[] one = bins[lefts[at]];
        int[] other = bins[rights[at]];
        long both = IntStream.range(0, one.length)
                .filter(i -> one[i] == one[row] && other[i] == other[row])
                .count();
        return new StrangeRow.Oddity(
                List.of(left.name(), right.name()),
                List.of(text(row, left), text(row, right)),
                bits[at],
                String.format(
                        Locale.ROOT,
                        "%s with %s: %d of %d rows, where chance alone would make it %.0f",
                        range(left, lefts[at], row),
                        range(right, rights[at], row),
                        both,
                        one.length,
                        both * Math.pow(2, bits[at])));
    }

    private String text(int row, Feature feature) {
        return features.sample().text(row, features.sample().column(feature.name()));
    }

    private String range(Feature feature, int column, int row) {
        if (!feature.numeric() || feature.distinct() <= EIGHTHS) {
            return "%s = %s".formatted(feature.name(), text(row, feature));
        }
        int bin = bins[column][row];
        double[] in = Fences.sorted(IntStream.range(0, features.rows())
                .filter(i -> bins[column][i] == bin)
                .mapToDouble(i -> feature.numbers()[i])
                .toArray());
        return "%s = %s (%s to %s)"
                .formatted(feature.name(), text(row, feature), plain(in[0]), plain(in[in.length - 1]));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
