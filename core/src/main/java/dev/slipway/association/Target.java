package dev.slipway.association;

import java.util.List;

/**
 * What goes with the column that is to be predicted.
 *
 * @param classes whether it has classes: words, booleans, or numbers of two distinct values; else it is an amount
 * @param rows of the sample in which it has a value
 * @param columns every other column, the one with the most predictive power first
 * @param suspects columns that may give the target away
 */
public record Target(
        String name, boolean classes, long rows, List<TargetAssociation> columns, List<LeakSuspect> suspects) {
    public Target {
        columns = List.copyOf(columns);
        suspects = List.copyOf(suspects);
    }
}
