package dev.slipway.table;

import java.util.Arrays;

/** Numbers: 64-bit binary floating point. NaN and the infinities are values, not missing ones. */
public final class NumberColumn extends Column {
    private final double[] values;

    private NumberColumn(String name, Missing missing, double... values) {
        super(name, values.length, missing);
        this.values = values;
    }

    public static NumberColumn of(String name, double... values) {
        return new NumberColumn(name, Missing.NONE, values);
    }

    public static NumberColumn of(String name, Missing missing, double... values) {
        return new NumberColumn(name, missing, values);
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    /** Unspecified where missing. */
    public double at(int row) {
        return values[row];
    }

    @Override
    public double number(int row) {
        return isMissing(row) ? Double.NaN : values[row];
    }

    @Override
    public NumberColumn named(String newName) {
        return new NumberColumn(newName, missing(), values);
    }

    @Override
    public NumberColumn rows(int... rows) {
        var chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new NumberColumn(name(), missing().rows(rows), chosen);
    }

    @Override
    public NumberColumn slice(int from, int to) {
        return new NumberColumn(name(), missing().slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    String present(int row) {
        return Double.toString(values[row]);
    }
}
