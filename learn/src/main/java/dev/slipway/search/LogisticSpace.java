package dev.slipway.search;

import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.Logistic;
import dev.slipway.algorithm.LogisticRegression;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Logistic regressions whose C lies between two bounds; drawn evenly in its logarithm. */
public record LogisticSpace(double low, double high, Deadline deadline) implements Space {
    @Override
    public Draw first() {
        return draw(Math.min(Math.max(1, low), high));
    }

    @Override
    public Draw next(SplittableRandom random) {
        return draw(Drawn.logarithmic(random, low, high));
    }

    @Override
    public boolean searchable() {
        return low < high;
    }

    private Draw draw(double c) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("c", Double.toString(c));
        return new Draw(new Logistic(new LogisticRegression(c), deadline), parameters);
    }
}
