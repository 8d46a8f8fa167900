package dev.slipway.algorithm;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked of boosted trees beside their sizes.
 *
 * @param classWeights how much the classes count beside each other
 * @param patience how many rounds may pass without a smaller loss on a tenth of the rows that is set aside, before the
 *     rounds up to the smallest are taken and grown again on all rows; 0 grows all rounds
 * @param monotone for a column, whether the answer may only rise with it (1) or only fall (-1)
 */
public record Guidance(ClassWeights classWeights, int patience, SortedMap<String, Integer> monotone) {
    /** Nothing is asked. */
    public static final Guidance NONE = new Guidance(ClassWeights.even(), 0, new TreeMap<>());

    public Guidance {
        monotone = Collections.unmodifiableSortedMap(new TreeMap<>(monotone));
    }
}
