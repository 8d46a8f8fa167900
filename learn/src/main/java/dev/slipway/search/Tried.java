package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What is tried: values only, from which the same can be made again.
 *
 * @param draw the place among all draws of the candidate; 0 for the first guess
 * @param parameters as people write them
 * @param cut of the data it learns from
 */
public record Tried(String candidate, int draw, SortedMap<String, String> parameters, Cut cut) {
    public Tried {
        parameters = Collections.unmodifiableSortedMap(parameters);
    }
}
