package dev.slipway.association;

import java.util.Arrays;

/**
 * What one column explains of an outcome in rows it was not learned from: the mean outcome of the row's value (numbers of
 * many values: of up to 64 ranges of equally many rows), learned on four fifths of the rows and asked on the fifth.
 */
final class Power {
    static final int FOLDS = 5;
    private static final int BINS = 64;
    private static final int ROWS_A_BIN = 20;
    /** Rows of the overall mean that each value starts with, so that a value seen once says little. */
    private static final double PRIOR = 5;

    private final Outcome outcome;
    private final double[][] predicted;
    private final double[] left = new double[Jackknife.GROUPS];
    private final double[] all = new double[Jackknife.GROUPS];

    private Power(Outcome outcome) {
        this.outcome = outcome;
        this.predicted = new double[outcome.outputs().length][outcome.rows().length];
    }

    static Power of(Feature feature, Outcome outcome, int... folds) {
        var power = new Power(outcome);
        int[] bins = bins(feature, Math.max(8, Math.min(BINS, feature.present() / ROWS_A_BIN)));
        int count = Arrays.stream(bins).max().orElse(0) + 1;
        for (int output = 0; output < outcome.outputs().length; output++) {
            power.learn(output, bins, count, folds);
        }
        return power;
    }

    /** Which fifth each row of the sample belongs to: a hash, so that neither order nor seasons matter. */
    static int[] folds(int rows) {
        int[] folds = new int[rows];
        Arrays.setAll(folds, row -> {
            long mixed = (row + 1) * 0x9E37_79B9_7F4A_7C15L;
            mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
            return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 29), FOLDS);
        });
        return folds;
    }

    /** A bin from 0 for each row; missing values have their own. */
    static int[] bins(Feature feature, int most) {
        int[] codes = feature.codes();
        int[] bins = new int[codes.length];
        if (!feature.numeric() || feature.distinct() <= most) {
            Arrays.setAll(bins, row -> codes[row] + 1);
            return bins;
        }
        long[] counts = new long[feature.distinct()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int[] binOf = new int[counts.length];
        long before = 0;
        for (int code = 0; code < counts.length; code++) {
            binOf[code] = 1 + (int) ((before + counts[code] / 2) * most / feature.present());
            before += counts[code];
        }
        Arrays.setAll(bins, row -> codes[row] < 0 ? 0 : binOf[codes[row]]);
        return bins;
    }

    private void learn(int output, int[] bins, int count, int... folds) {
        double[] truth = outcome.outputs()[output];
        int[] rows = outcome.rows();
        double[][] sums = new double[FOLDS + 1][count];
        double[][] seen = new double[FOLDS + 1][count];
        double[] sum = new double[FOLDS + 1];
        double[] size = new double[FOLDS + 1];
        for (int i = 0; i < rows.length; i++) {
            int bin = bins[rows[i]];
            for (int of : new int[] {folds[rows[i]], FOLDS}) {
                sums[of][bin] += truth[i];
                seen[of][bin]++;
                sum[of] += truth[i];
                size[of]++;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            int bin = bins[rows[i]];
            int fold = folds[rows[i]];
            double mean = (sum[FOLDS] - sum[fold]) / (size[FOLDS] - size[fold]);
            double known = seen[FOLDS][bin] - seen[fold][bin];
            double guess = (sums[FOLDS][bin] - sums[fold][bin] + PRIOR * mean) / (known + PRIOR);
            predicted[output][i] = guess;
            int group = Jackknife.group(rows[i]);
            left[group] += (truth[i] - guess) * (truth[i] - guess);
            all[group] += (truth[i] - mean) * (truth[i] - mean);
        }
    }

    /** The share of the outcome's spread that is explained, 0 to 1. */
    Estimate explained(Features features) {
        double leftAll = Arrays.stream(left).sum();
        double allAll = Arrays.stream(all).sum();
        return Jackknife.estimate(
                share(leftAll, allAll),
                outcome.rows().length,
                features,
                group -> share(leftAll - left[group], allAll - all[group]));
    }

    private static double share(double left, double all) {
        return all > 0 ? Math.max(0, 1 - left / all) : Double.NaN;
    }

    /** NaN where there are not two classes. */
    double auc() {
        return outcome.binary() ? auc(predicted[0], outcome.outputs()[0]) : Double.NaN;
    }

    /** How often a row of truth 1 scores above one of truth 0; equal scores count half. */
    static double auc(double[] scores, double... truth) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double[] ones = new double[sorted.length];
        double positives = 0;
        for (int i = 0; i < scores.length; i++) {
            if (truth[i] > 0) {
                ones[first(sorted, scores[i])]++;
                positives++;
            }
        }
        double negatives = sorted.length - positives;
        double wins = 0;
        double below = 0;
        for (int from = 0, to = 0; from < sorted.length; from = to) {
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double others = to - from - ones[from];
            wins += ones[from] * (below + others / 2);
            below += others;
        }
        return positives > 0 && negatives > 0 ? wins / positives / negatives : Double.NaN;
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
