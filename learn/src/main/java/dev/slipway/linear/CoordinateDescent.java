package dev.slipway.linear;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/*
 * Weighted least squares with an L1 and an L2 penalty, one weight at a time (Friedman, Hastie and Tibshirani 2010): half the
 * weighted sum of squares + l1 |w| + l2/2 w². The intercept is free of penalty and follows every step at once: the residuals
 * share a common shift, so that a column of zeros and ones costs its ones alone although its mean is not zero.
 *
 * A position is the weights, and behind them the intercept. Mutable, for one thread.
 */
final class CoordinateDescent {
    /** When to stop: a change that is none, the most rounds, and whoever may call it off between them. */
    record Effort(double enough, int sweeps, BooleanSupplier stopped) {}

    private final SparseRows columns;
    private final double l1;
    private final double l2;

    private double[] position = new double[0];
    private double[] counts = new double[0];
    private double[] residual = new double[0];
    private double[] mean = new double[0];
    private double[] bend = new double[0];
    private double total;
    private double shift;
    private double lastChange;

    /** @param columns the transposed rows */
    CoordinateDescent(SparseRows columns, double l1, double l2) {
        this.columns = columns;
        this.l1 = l1;
        this.l2 = l2;
    }

    double penalty(double[] there) {
        double sum = 0;
        for (int feature = 0; feature < columns.rows(); feature++) {
            sum += l1 * Math.abs(there[feature]) + l2 / 2 * there[feature] * there[feature];
        }
        return sum;
    }

    /** The largest change in the last round of the last solution, by what it did to the answers. */
    double lastChange() {
        return lastChange;
    }

    /**
     * The position that fits best what the starting position leaves over.
     *
     * @param left what it leaves over, a row; taken over
     * @param rowCounts how much each row counts
     */
    double[] solve(double[] start, double[] left, double[] rowCounts, Effort effort) {
        position = start.clone();
        residual = left;
        counts = rowCounts;
        measure();
        boolean all = true;
        lastChange = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < effort.sweeps() && !effort.stopped().getAsBoolean(); sweep++) {
            double change = sweep(all);
            if (all) {
                lastChange = change;
            }
            if (all && change <= effort.enough()) {
                break;
            }
            // Most weights stay zero: the others are settled first, and all are looked at again before the end.
            all = change <= effort.enough();
        }
        position[columns.rows()] -= shift;
        return position;
    }

    private void measure() {
        total = DoubleStream.of(counts).sum();
        double sum = 0;
        for (int row = 0; row < residual.length; row++) {
            sum += counts[row] * residual[row];
        }
        shift = -sum / total;
        mean = new double[columns.rows()];
        bend = new double[columns.rows()];
        for (int feature = 0; feature < mean.length; feature++) {
            measure(feature);
        }
    }

    private void measure(int feature) {
        double first = 0;
        double second = 0;
        for (int cell = columns.start(feature); cell < columns.end(feature); cell++) {
            double counted = counts[columns.column(cell)] * columns.value(cell);
            first += counted;
            second += counted * columns.value(cell);
        }
        mean[feature] = first / total;
        double centred = second - first * mean[feature];
        // A constant column: what is left of it is rounding.
        bend[feature] = centred > 1e-12 * second ? centred : 0;
    }

    private double sweep(boolean all) {
        double largest = 0;
        for (int feature = 0; feature < bend.length; feature++) {
            if (bend[feature] > 0 && (all || position[feature] != 0)) {
                largest = Math.max(largest, step(feature));
            }
        }
        return largest;
    }

    private double step(int feature) {
        double slope = shift * mean[feature] * total;
        for (int cell = columns.start(feature); cell < columns.end(feature); cell++) {
            int row = columns.column(cell);
            slope += counts[row] * columns.value(cell) * residual[row];
        }
        double pull = slope + bend[feature] * position[feature];
        double kept = Math.max(Math.abs(pull) - l1, 0) / (bend[feature] + l2);
        double change = Math.copySign(kept, pull) - position[feature];
        if (change == 0) {
            return 0;
        }
        position[feature] += change;
        for (int cell = columns.start(feature); cell < columns.end(feature); cell++) {
            residual[columns.column(cell)] -= change * columns.value(cell);
        }
        shift += change * mean[feature];
        return Math.abs(change) * Math.sqrt(bend[feature]);
    }

    /** The weights of a position. */
    static double[] weights(double[] position) {
        return Arrays.copyOf(position, position.length - 1);
    }
}
