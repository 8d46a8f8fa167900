package dev.slipway.contract;

import java.util.Locale;

/** The kinds of rules a contract has. */
public enum Rule {
    /** The column is there, and no other. */
    COLUMN,
    /** The value can be read as the type. */
    TYPE,
    /** The parser of the source can read the value. */
    PARSE,
    /** The value is there. */
    MISSING,
    /** The value is within the range. */
    RANGE,
    /** The value is one of the set. */
    SET,
    /** The whole text matches the pattern. */
    PATTERN,
    /** The text is neither too short nor too long. */
    LENGTH,
    /** No other row has the value, or the values of several columns. */
    UNIQUE,
    /** No other row is the same. */
    DUPLICATE,
    /** The value goes with that of another column. */
    DEPENDENCY,
    /** The row keeps a condition. */
    CONDITION,
    /** Two columns go together. */
    RELATION,
    /** The values are distributed as those of a profile. */
    DISTRIBUTION,
    /** There are as many rows as asked. */
    ROWS,
    /** The latest moment is not long ago. */
    FRESHNESS;

    /** Whether it is about one cell, or a column that is not there. */
    boolean isOfCells() {
        return switch (this) {
            case COLUMN, TYPE, PARSE, MISSING, RANGE, SET, PATTERN, LENGTH -> true;
            default -> false;
        };
    }

    /** The word in reports: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code CONTRACT-RANGE}. */
    public String code() {
        return "CONTRACT-" + name();
    }
}
