package dev.slipway.search;

import dev.slipway.evaluation.Evaluation;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One candidate fitted and evaluated with one set of parameters.
 *
 * @param number from 1, counted over all candidates in the order they were tried
 * @param evaluation empty when the time was over before it was done
 */
public record Trial(
        String candidate,
        int number,
        SortedMap<String, String> parameters,
        double seconds,
        Optional<Evaluation> evaluation) {
    public Trial {
        parameters = Collections.unmodifiableSortedMap(parameters);
    }
}
