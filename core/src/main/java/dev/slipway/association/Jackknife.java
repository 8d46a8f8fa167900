package dev.slipway.association;

import java.util.function.IntToDoubleFunction;

/**
 * The standard error of a figure of a sample without knowing how the figure is distributed: it is computed again without
 * each of twenty groups of rows (Efron and Stein, "The jackknife estimate of variance", 1981).
 */
final class Jackknife {
    static final int GROUPS = 20;

    private Jackknife() {}

    static int group(int row) {
        return row % GROUPS;
    }

    /** @param without the figure without the rows of this group */
    static Estimate estimate(double value, long rows, Features features, IntToDoubleFunction without) {
        if (features.exact()) {
            return new Estimate(value, rows, true, 0);
        }
        double[] values = new double[GROUPS];
        double sum = 0;
        for (int group = 0; group < GROUPS; group++) {
            values[group] = without.applyAsDouble(group);
            sum += values[group];
        }
        double spread = 0;
        for (double some : values) {
            spread += (some - sum / GROUPS) * (some - sum / GROUPS);
        }
        double variance = spread * (GROUPS - 1) / GROUPS * features.unseen();
        return new Estimate(value, rows, false, Math.sqrt(variance));
    }
}
