package dev.slipway.association;

import java.util.List;

/**
 * Columns that may be known only after the outcome: not proven, as neither their names nor when they were filled in can be
 * judged here.
 *
 * @param columns one, or those that give the target away together
 * @param figure the one that made them suspect, as the sentence explains it
 * @param sentence why, with figures
 */
public record LeakSuspect(List<String> columns, Reason reason, double figure, String sentence) {
    /** What made the columns suspect. */
    public enum Reason {
        /** The column alone says nearly everything about the target. */
        DETERMINES,
        /** A sum or difference of the columns is the target. */
        RECONSTRUCTS,
        /** The column is filled in for one outcome and missing for the others. */
        MISSING_BY_OUTCOME,
        /** Most of what all columns together say about the target is lost without this one, and no other can replace it. */
        STANDS_ALONE
    }

    public LeakSuspect {
        columns = List.copyOf(columns);
    }
}
