package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.RowWeights;
import dev.slipway.model.LinearFunction;
import java.util.function.BooleanSupplier;

/** How a quantity is explained by a weighted sum of columns. Values only; the same rows in the same order give the same bits. */
public sealed interface Regression permits Ridge, ElasticNet {
    /** The word people write for it. */
    String kind();

    /**
     * The best line by these terms.
     *
     * @param truth finite, a row
     * @param stopped asked between iterations; yes ends the fit with {@link BudgetOver}
     */
    LinearFunction fit(SparseRows rows, double[] truth, RowWeights weights, BooleanSupplier stopped);
}
