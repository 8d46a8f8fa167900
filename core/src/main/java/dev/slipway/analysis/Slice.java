package dev.slipway.analysis;

import java.util.Optional;

/**
 * Rows that keep a condition, and how the model does on them.
 *
 * @param condition an expression over the columns of the data
 * @param rows that keep it
 * @param enough whether they are as many as a slice must have; else nothing is measured
 * @param value of the metric; absent where it has no meaning
 * @param loss the mean loss of its rows: squared distance of the probabilities, or distance of the number
 * @param others the mean loss of all other rows
 * @param chance how probable so much more loss would be by chance, for as many slices as were looked at; 0 to 1
 */
public record Slice(
        String condition,
        int rows,
        boolean enough,
        Optional<Double> value,
        Optional<Interval> interval,
        double loss,
        double others,
        double chance) {}
