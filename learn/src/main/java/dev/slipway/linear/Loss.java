package dev.slipway.linear;

import java.util.function.BooleanSupplier;

/** A smooth, convex loss with its derivatives at one position. Mutable, for one thread. */
interface Loss {
    /** Moves there and answers the loss; gradient and direction are those of this position from now on. */
    double at(double[] position);

    double[] gradient();

    /**
     * Where Newton's method goes from here, or near enough to get there as fast.
     *
     * @param stopped asked between iterations; yes ends the work with {@link dev.slipway.algorithm.BudgetOver}
     */
    double[] newtonDirection(double[] gradient, BooleanSupplier stopped);
}
