package dev.slipway.forest;

import java.util.Arrays;

/**
 * One feature of the training rows as small whole numbers: equal and neighbouring values share a bin, the bins ascend with the
 * values, and the missing ones have a bin of their own behind the last. Immutable.
 */
final class BinnedFeature {
    private final char[] codes;
    private final double[] low;
    private final double[] high;

    private BinnedFeature(char[] codes, double[] low, double[] high) {
        this.codes = codes;
        this.low = low;
        this.high = high;
    }

    /** Bins of about as many rows each, or one for each value where there are no more values than bins; {@code NaN} is missing. */
    static BinnedFeature of(double[] values, int mostBins) {
        double[] present = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        var starts = new int[mostBins];
        int bins = 0;
        int distinct = distinct(present);
        for (int first = 0; first < present.length; ) {
            starts[bins++] = first;
            // Each bin takes its share of what is left, and never a part of rows with one value.
            int share = distinct <= mostBins ? 1 : (present.length - first) / (mostBins - bins + 1);
            first = behind(present, Math.min(first + Math.max(share, 1), present.length) - 1);
        }
        var low = new double[bins];
        var high = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            low[bin] = present[starts[bin]];
            high[bin] = present[(bin + 1 < bins ? starts[bin + 1] : present.length) - 1];
        }
        return new BinnedFeature(codes(values, low), low, high);
    }

    private static int distinct(double[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    /** Behind all that equals the value at this place. */
    private static int behind(double[] sorted, int place) {
        int next = place + 1;
        while (next < sorted.length && sorted[next] == sorted[place]) {
            next++;
        }
        return next;
    }

    private static char[] codes(double[] values, double[] low) {
        var codes = new char[values.length];
        for (int row = 0; row < codes.length; row++) {
            // Both zeros are one value.
            int found = Double.isNaN(values[row]) ? low.length : Arrays.binarySearch(low, values[row] + 0.0);
            codes[row] = (char) (found >= 0 ? found : -found - 2);
        }
        return codes;
    }

    /** The bin of a row. */
    char code(int row) {
        return codes[row];
    }

    /** The bin of missing values, which is also the number of the others. */
    int missing() {
        return low.length;
    }

    /** A number that the values of the one bin reach at most and those of the other exceed. */
    double between(int bin, int next) {
        double middle = high[bin] / 2 + low[next] / 2;
        return middle >= high[bin] && middle < low[next] ? middle : high[bin];
    }
}
