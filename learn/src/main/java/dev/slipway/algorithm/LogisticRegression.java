package dev.slipway.algorithm;

import dev.slipway.model.LinearFunction;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Logistic regression with an L2 penalty: the weights that minimise C · Σ weight · logloss + ½ ‖w‖², the intercept free of
 * penalty (scikit-learn's objective). The minimum is unique, so it does not matter how it is found; the same rows in the same
 * order give the same bits.
 *
 * @param c inverse strength of the penalty; large means nearly none
 */
public record LogisticRegression(double c) {
    /** scikit-learn's default strength. */
    public static final LogisticRegression DEFAULTS = new LogisticRegression(1);

    private static final int MOST_ITERATIONS = 200;
    private static final double FLAT = 1e-10;
    private static final double FLAT_ENOUGH = 1e-8;

    public LogisticRegression {
        if (!(c >= 1e-9 && c <= 1e9)) {
            throw SlipwayException.usage(
                    "TRAIN-PARAMETER",
                    "c is %s, outside [1.0E-9, 1.0E9]".formatted(c),
                    "candidate logistic, parameter 'c'",
                    "set c to a value from 1.0E-9 to 1.0E9; 1 is the default, smaller punishes large weights more");
        }
    }

    /** Fits rows that all count the same. */
    public LinearFunction fit(double[] matrix, int columns, int[] truth, BooleanSupplier stopped) {
        var weights = new double[truth.length];
        Arrays.fill(weights, 1);
        return fit(matrix, columns, truth, weights, stopped);
    }

    /**
     * Fits weighted rows.
     *
     * @param matrix row-major, finite
     * @param truth 0 or 1 a row
     * @param weights how much each row counts, not negative
     * @param stopped asked between iterations; yes ends the fit with {@link BudgetOver}
     */
    public LinearFunction fit(double[] matrix, int columns, int[] truth, double[] weights, BooleanSupplier stopped) {
        var loss = new LogisticLoss(matrix, columns, truth, weights, c);
        var position = new double[columns + 1];
        double value = loss.at(position);
        double flatness = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            if (stopped.getAsBoolean()) {
                throw new BudgetOver("logistic regression was told to stop after %d iterations".formatted(iteration));
            }
            double[] gradient = loss.gradient();
            flatness = largest(gradient);
            if (flatness <= FLAT) {
                return loss.unscaled(position);
            }
            double[] direction = loss.newtonDirection(gradient);
            double lower = descend(loss, position, value, gradient, direction);
            if (!(lower < value) && flatness <= FLAT_ENOUGH) {
                // Rounding hides any further descent: this is the bottom.
                return loss.unscaled(position);
            }
            if (!(lower < value)) {
                break;
            }
            value = lower;
        }
        throw notConverged(flatness);
    }

    /** Moves the position along the direction, halving the step until the loss falls enough; the loss there. */
    private static double descend(
            LogisticLoss loss, double[] position, double value, double[] gradient, double[] direction) {
        double slope = 0;
        for (int i = 0; i < gradient.length; i++) {
            slope += gradient[i] * direction[i];
        }
        double[] start = position.clone();
        for (double step = 1; step > 1e-12; step /= 2) {
            for (int i = 0; i < start.length; i++) {
                position[i] = start[i] + step * direction[i];
            }
            double there = loss.at(position);
            if (there <= value + 1e-4 * step * slope && there < value) {
                return there;
            }
        }
        System.arraycopy(start, 0, position, 0, start.length);
        return loss.at(position);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private SlipwayException notConverged(double flatness) {
        return SlipwayException.failed(
                "TRAIN-NOT-CONVERGED",
                "logistic regression did not reach the minimum: gradient %s, wanted %s"
                        .formatted(flatness, FLAT_ENOUGH),
                "candidate logistic with c = " + c,
                "scale the columns (features: scale), or set c to a smaller value such as " + c / 10);
    }
}
