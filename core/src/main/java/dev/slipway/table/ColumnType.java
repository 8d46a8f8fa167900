package dev.slipway.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the values of a column are; the same six words in contracts, profiles and model folders. The seventh, {@link #VECTOR},
 * is none that data can have: only steps make it.
 */
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
    TEXT,
    /** Many numbers a row, most of them zero, as a step makes them of words; in no source, contract or profile. */
    VECTOR;

    private static final List<ColumnType> OF_DATA =
            Arrays.stream(values()).filter(type -> type != VECTOR).toList();

    /** The types that data can have: all but {@link #VECTOR}. */
    public static List<ColumnType> ofData() {
        return OF_DATA;
    }

    /** What to throw where a type that no data have has come among those of data: somebody's program is wrong. */
    public IllegalStateException notOfData() {
        return new IllegalStateException("a " + label() + " is made by a step, and no data have one");
    }

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
