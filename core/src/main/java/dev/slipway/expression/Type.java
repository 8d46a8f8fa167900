package dev.slipway.expression;

import dev.slipway.table.ColumnType;

/** What the values of a formula are. Categories are text here, and NULL alone is nothing that fits everywhere. */
enum Type {
    NUMBER,
    INTEGER,
    BOOLEAN,
    TIMESTAMP,
    TEXT,
    NOTHING;

    static Type of(ColumnType column) {
        return switch (column) {
            case NUMBER -> NUMBER;
            case INTEGER -> INTEGER;
            case BOOLEAN -> BOOLEAN;
            case TIMESTAMP -> TIMESTAMP;
            case CATEGORY, TEXT -> TEXT;
            case VECTOR -> throw column.notOfData();
        };
    }

    ColumnType column() {
        return switch (this) {
            case NUMBER -> ColumnType.NUMBER;
            case INTEGER -> ColumnType.INTEGER;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case TIMESTAMP -> ColumnType.TIMESTAMP;
            case TEXT, NOTHING -> ColumnType.TEXT;
        };
    }

    boolean numeric() {
        return this == NUMBER || this == INTEGER || this == NOTHING;
    }

    boolean fits(Type wanted) {
        return this == wanted || this == NOTHING;
    }

    /** Whether values of both can stand in one comparison or one column. */
    boolean agrees(Type other) {
        return this == other || this == NOTHING || other == NOTHING || (numeric() && other.numeric());
    }

    /** The type that holds values of both; they agree. */
    Type join(Type other) {
        if (this == NOTHING) {
            return other;
        }
        return other == NOTHING || this == other ? this : NUMBER;
    }

    String label() {
        return this == NOTHING ? "NULL" : column().label();
    }
}
