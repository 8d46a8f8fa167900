package dev.slipway.search;

import dev.slipway.algorithm.Deadline;
import dev.slipway.linear.ElasticNet;
import dev.slipway.linear.Linear;
import dev.slipway.linear.Regression;
import dev.slipway.linear.Ridge;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Linear regressions whose alpha lies between two bounds, drawn evenly in its logarithm, and so does their share of L1.
 *
 * @param ridge whether they are ridge regressions, which have no L1 and count squares instead of their mean
 */
public record LinearSpace(boolean ridge, Between alpha, Between l1Ratio, Deadline deadline) implements Space {
    private static final double USUAL_RIDGE = 1;
    private static final double USUAL_NET = 0.01;
    private static final double USUAL_SHARE = 0.5;

    @Override
    public Draw first() {
        return draw(alpha.clamp(ridge ? USUAL_RIDGE : USUAL_NET), l1Ratio.clamp(USUAL_SHARE));
    }

    @Override
    public Draw next(SplittableRandom random) {
        return draw(
                alpha.open() ? Drawn.logarithmic(random, alpha.low(), alpha.high()) : alpha.low(),
                Drawn.even(random, l1Ratio.low(), l1Ratio.high()));
    }

    @Override
    public boolean searchable() {
        return alpha.open() || l1Ratio.open();
    }

    private Draw draw(double strength, double l1Share) {
        SortedMap<String, String> parameters = new TreeMap<>();
        if (strength > 0) {
            parameters.put("alpha", Double.toString(strength));
        }
        if (!ridge) {
            parameters.put("l1_ratio", Double.toString(l1Share));
        }
        Regression regression = ridge ? new Ridge(strength) : new ElasticNet(strength, l1Share);
        return new Draw(new Linear(regression, deadline), parameters);
    }
}
