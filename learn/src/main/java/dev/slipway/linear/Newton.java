package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.problem.SlipwayException;
import java.util.function.BooleanSupplier;

/** Newton's method with steps that are halved until the loss falls enough. */
final class Newton {
    private static final int MOST_ITERATIONS = 200;
    private static final double FLAT = 1e-10;
    private static final double FLAT_ENOUGH = 1e-8;

    private final Loss loss;
    private final String candidate;

    /** @param candidate names it in problems */
    Newton(Loss loss, String candidate) {
        this.loss = loss;
        this.candidate = candidate;
    }

    /** The position of the minimum, looked for from here. */
    double[] minimum(double[] start, BooleanSupplier stopped) {
        var position = start.clone();
        double value = loss.at(position);
        double flatness = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            if (stopped.getAsBoolean()) {
                throw new BudgetOver("%s was told to stop after %d iterations".formatted(candidate, iteration));
            }
            double[] gradient = loss.gradient();
            flatness = largest(gradient);
            if (flatness <= FLAT) {
                return position;
            }
            double lower = descend(position, value, gradient, loss.newtonDirection(gradient, stopped));
            if (!(lower < value) && flatness <= FLAT_ENOUGH) {
                // Rounding hides any further descent: this is the bottom.
                return position;
            }
            if (!(lower < value)) {
                break;
            }
            value = lower;
        }
        throw notConverged(flatness);
    }

    /** Moves the position along the direction, halving the step until the loss falls enough; the loss there. */
    private double descend(double[] position, double value, double[] gradient, double[] direction) {
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
                "the minimum was not reached: gradient %s, wanted %s".formatted(flatness, FLAT_ENOUGH),
                candidate,
                "scale the columns (features: scale), or punish large weights more (a smaller c)");
    }
}
