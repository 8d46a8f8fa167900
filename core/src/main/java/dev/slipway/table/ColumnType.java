package dev.slipway.table;

import java.util.Locale;

/** What the values of a column are; the same six words in contracts, profiles and model folders. */
public enum ColumnType {
    /** A 64-bit binary floating-point number. */
    NUMBER,
    /** A whole number, exact to 64 bits. */
    INTEGER,
    /** True or false. */
    BOOLEAN,
    /** An instant, UTC, to the microsecond. */
    TIMESTAMP,
    /** One of a limited set of words. */
    CATEGORY,
    /** Any words. */
    TEXT;

    /** The word people write: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether {@link Column#number(int)} answers: numbers, whole numbers and booleans (0 and 1). */
    public boolean numeric() {
        return this == NUMBER || this == INTEGER || this == BOOLEAN;
    }

    /** Whether the values are quantities, which have a middle and a spread: numbers and whole numbers. */
    public boolean quantity() {
        return this == NUMBER || this == INTEGER;
    }

    /** Whether the values are words: categories and text. */
    public boolean textual() {
        return this == CATEGORY || this == TEXT;
    }
}
