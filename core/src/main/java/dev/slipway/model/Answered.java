package dev.slipway.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Predictions, and how many of the rows had a value that training had not: the steps did with it what they were told, and
 * whoever asked may want to know.
 *
 * @param unseen rows by column, as the column is called where a step looked at it; columns without any are left out
 */
public record Answered(Predictions predictions, SortedMap<String, Long> unseen) implements Serializable {
    public Answered {
        unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
    }
}
