package dev.slipway.search;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.linear.Logistic;
import dev.slipway.linear.LogisticRegression;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Logistic regressions whose C lies between two bounds, drawn evenly in its logarithm, and so does their share of L1. */
public record LogisticSpace(Between strength, Between l1Ratio, ClassWeights classWeights, Deadline deadline)
        implements Space {
    @Override
    public Draw first() {
        return draw(strength.clamp(1), l1Ratio.low());
    }

    @Override
    public Draw next(SplittableRandom random) {
        return draw(
                Drawn.logarithmic(random, strength.low(), strength.high()),
                Drawn.even(random, l1Ratio.low(), l1Ratio.high()));
    }

    @Override
    public boolean searchable() {
        return strength.open() || l1Ratio.open();
    }

    private Draw draw(double c, double l1Share) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("c", Double.toString(c));
        if (l1Ratio.high() > 0) {
            parameters.put("l1_ratio", Double.toString(l1Share));
        }
        if (!classWeights.equals(ClassWeights.even())) {
            parameters.put("class_weight", classWeights.toString());
        }
        return new Draw(new Logistic(new LogisticRegression(c, l1Share), classWeights, deadline), parameters);
    }
}
