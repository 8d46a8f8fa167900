package dev.slipway.association;

import dev.slipway.statistic.ExactSum;
import java.util.Arrays;

/**
 * How nearly two columns of numbers, or their ranks, lie on a line: in the rows in which both have a value. The means are
 * exact and the products are taken about them, so numbers far from zero lose nothing.
 */
final class Line {
    private Line() {}

    static Estimate pearson(Features features, Feature left, Feature right) {
        if (left.complete() && right.complete()) {
            return along(
                    features, left.numbers(), left.mean(), right.numbers(), right.mean(), identity(features.rows()));
        }
        int[] rows = common(left, right);
        double[] x = chosen(left.numbers(), rows);
        double[] y = chosen(right.numbers(), rows);
        return along(
                features,
                x,
                ExactSum.of(x).dividedBy(x.length),
                y,
                ExactSum.of(y).dividedBy(y.length),
                rows);
    }

    /** How much the second rises with one more of the first, by least squares; NaN where the first is constant. */
    static double slope(Feature of, Feature on) {
        int[] rows = common(of, on);
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < rows.length; i++) {
            meanX += (of.numbers()[rows[i]] - meanX) / (i + 1);
            meanY += (on.numbers()[rows[i]] - meanY) / (i + 1);
        }
        double xx = 0;
        double xy = 0;
        for (int row : rows) {
            double dx = of.numbers()[row] - meanX;
            xx += dx * dx;
            xy += dx * (on.numbers()[row] - meanY);
        }
        return xx > 0 ? xy / xx : Double.NaN;
    }

    static Estimate spearman(Features features, Feature left, Feature right) {
        int[] rows = left.complete() && right.complete() ? identity(features.rows()) : common(left, right);
        double middle = (rows.length + 1) / 2.0; // whatever the ties
        return along(features, ranks(left, rows), middle, ranks(right, rows), middle, rows);
    }

    static int[] common(Feature left, Feature right) {
        int[] one = left.codes();
        int[] other = right.codes();
        int[] rows = new int[one.length];
        int count = 0;
        for (int row = 0; row < one.length; row++) {
            rows[count] = row;
            count += (one[row] | other[row]) >= 0 ? 1 : 0;
        }
        return Arrays.copyOf(rows, count);
    }

    private static int[] identity(int size) {
        int[] rows = new int[size];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    private static double[] chosen(double[] values, int... rows) {
        double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return chosen;
    }

    /** Average ranks among these rows, from 1; all of them have a value. */
    static double[] ranks(Feature feature, int... rows) {
        int[] counts = new int[feature.distinct()];
        int[] codes = feature.codes();
        for (int row : rows) {
            counts[codes[row]]++;
        }
        double[] rankOf = new double[counts.length];
        long before = 0;
        for (int code = 0; code < counts.length; code++) {
            rankOf[code] = before + (counts[code] + 1) / 2.0;
            before += counts[code];
        }
        double[] ranks = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ranks[i] = rankOf[codes[rows[i]]];
        }
        return ranks;
    }

    private static Estimate along(Features features, double[] x, double meanX, double[] y, double meanY, int... rows) {
        if (features.exact()) {
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < x.length; i++) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
            return new Estimate(correlation(x.length, xx, yy, xy, 0, 0), x.length, true, 0);
        }
        var sums = new double[Jackknife.GROUPS + 1][5];
        long[] counts = new long[Jackknife.GROUPS + 1];
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            int group = Jackknife.group(rows[i]);
            double[] of = sums[group];
            of[0] += dx * dx;
            of[1] += dy * dy;
            of[2] += dx * dy;
            of[3] += dx;
            of[4] += dy;
            counts[group]++;
        }
        double[] all = sums[Jackknife.GROUPS];
        for (int group = 0; group < Jackknife.GROUPS; group++) {
            for (int k = 0; k < all.length; k++) {
                all[k] += sums[group][k];
            }
        }
        return Jackknife.estimate(correlation(x.length, all), x.length, features, group -> {
            double[] without = new double[all.length];
            Arrays.setAll(without, k -> all[k] - sums[group][k]);
            return correlation(x.length - counts[group], without);
        });
    }

    /** From the sums of x², y², xy, x and y, about any point near the means. NaN for a constant. */
    private static double correlation(long count, double... sums) {
        double xx = sums[0] - sums[3] * sums[3] / count;
        double yy = sums[1] - sums[4] * sums[4] / count;
        double xy = sums[2] - sums[3] * sums[4] / count;
        return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))) : Double.NaN;
    }
}
