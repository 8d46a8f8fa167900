package dev.slipway.table;

import java.util.Arrays;

/** Whole numbers, exact to 64 bits. */
public final class IntegerColumn extends Column {
    private final long[] values;

    private IntegerColumn(String name, Missing missing, long... values) {
        super(name, values.length, missing);
        this.values = values;
    }

    public static IntegerColumn of(String name, long... values) {
        return new IntegerColumn(name, Missing.NONE, values);
    }

    public static IntegerColumn of(String name, Missing missing, long... values) {
        return new IntegerColumn(name, missing, values);
    }

    @Override
    public ColumnType type() {
        return ColumnType.INTEGER;
    }

    /** Unspecified where missing. */
    public long at(int row) {
        return values[row];
    }

    @Override
    public double number(int row) {
        return isMissing(row) ? Double.NaN : values[row];
    }

    @Override
    public IntegerColumn named(String newName) {
        return new IntegerColumn(newName, missing(), values);
    }

    @Override
    public IntegerColumn rows(int... rows) {
        var chosen = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new IntegerColumn(name(), missing().rows(rows), chosen);
    }

    @Override
    public IntegerColumn slice(int from, int to) {
        return new IntegerColumn(name(), missing().slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    String present(int row) {
        return Long.toString(values[row]);
    }
}
