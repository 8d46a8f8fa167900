package dev.slipway.table;

import java.io.Serializable;
import java.util.List;

/**
 * A named sequence of values of one type, some of which may be missing. Immutable and safe to share between threads: a
 * factory that takes an array takes it over, and the caller no longer writes to it. Rows count from 0 here; people see
 * them from 1.
 */
public abstract sealed class Column implements Serializable
        permits NumberColumn, IntegerColumn, BooleanColumn, TimestampColumn, CategoryColumn, TextColumn, VectorColumn {
    private final String name;
    private final int size;
    private final Missing missing;

    Column(String name, int size, Missing missing) {
        this.name = name;
        this.size = size;
        this.missing = missing;
    }

    public abstract ColumnType type();

    /** The same values under another name. */
    public abstract Column named(String newName);

    /** The values of these rows, in this order; a row may come more than once. */
    public abstract Column rows(int... rows);

    /** The values of the rows from (inclusive) to (exclusive). */
    public abstract Column slice(int from, int to);

    /**
     * The value as a number: whole numbers as the nearest double, booleans as 0 and 1, {@code NaN} where missing.
     *
     * @throws UnsupportedOperationException where the type is not {@linkplain ColumnType#numeric() numeric}
     */
    public double number(int row) {
        throw new UnsupportedOperationException("column '" + name + "' is " + type().label() + ", not a number");
    }

    /** How many numbers a row of this column is to a model: one, but for a {@link VectorColumn}. */
    public int places() {
        return 1;
    }

    abstract String present(int row);

    /** The value in its canonical text, which reads back as the same value; empty where missing. */
    public final String text(int row) {
        return missing.at(row) ? "" : present(row);
    }

    public final String name() {
        return name;
    }

    /** How many rows, missing ones included. */
    public final int size() {
        return size;
    }

    public final Missing missing() {
        return missing;
    }

    public final boolean isMissing(int row) {
        return missing.at(row);
    }

    /** One column out of parts of the same type, in order, under the name of the first. At least one part. */
    static Column concat(List<? extends Column> parts) {
        var first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        for (var part : parts) {
            if (part.type() != first.type()) {
                throw new IllegalArgumentException("column '%s' is %s in one part and %s in another"
                        .formatted(first.name, first.type().label(), part.type().label()));
            }
        }
        return new Concatenation(parts).column();
    }

    @Override
    public final boolean equals(Object other) {
        if (!(other instanceof Column that)
                || type() != that.type()
                || size != that.size
                || !name.equals(that.name)
                || !missing.equals(that.missing)) {
            return false;
        }
        for (int row = 0; row < size; row++) {
            if (!text(row).equals(that.text(row))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        return 31 * name.hashCode() + size;
    }

    @Override
    public String toString() {
        return "%s %s[%d]".formatted(type().label(), name, size);
    }
}
