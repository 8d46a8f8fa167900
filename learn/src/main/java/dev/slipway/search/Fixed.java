package dev.slipway.search;

import dev.slipway.model.Estimator;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SplittableRandom;

/** A single estimator: nothing to search. */
public record Fixed(Estimator estimator, SortedMap<String, String> parameters) implements Space {
    public Fixed {
        parameters = Collections.unmodifiableSortedMap(parameters);
    }

    @Override
    public Draw first() {
        return new Draw(estimator, parameters);
    }

    @Override
    public Draw next(SplittableRandom random) {
        return first();
    }

    @Override
    public boolean searchable() {
        return false;
    }
}
