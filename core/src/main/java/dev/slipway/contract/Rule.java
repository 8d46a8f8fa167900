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
    /** No other row has the value. */
    UNIQUE;

    /** The word in reports: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code CONTRACT-RANGE}. */
    public String code() {
        return "CONTRACT-" + name();
    }
}
