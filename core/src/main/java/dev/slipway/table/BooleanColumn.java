package dev.slipway.table;

import java.util.Arrays;

/** True or false. */
public final class BooleanColumn extends Column {
    private final boolean[] values;

    private BooleanColumn(String name, Missing missing, boolean... values) {
        super(name, values.length, missing);
        this.values = values;
    }

    public static BooleanColumn of(String name, boolean... values) {
        return new BooleanColumn(name, Missing.NONE, values);
    }

    public static BooleanColumn of(String name, Missing missing, boolean... values) {
        return new BooleanColumn(name, missing, values);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    /** Unspecified where missing. */
    public boolean at(int row) {
        return values[row];
    }

    @Override
    public double number(int row) {
        return isMissing(row) ? Double.NaN : values[row] ? 1 : 0;
    }

    @Override
    public BooleanColumn named(String newName) {
        return new BooleanColumn(newName, missing(), values);
    }

    @Override
    public BooleanColumn rows(int... rows) {
        var chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new BooleanColumn(name(), missing().rows(rows), chosen);
    }

    @Override
    public BooleanColumn slice(int from, int to) {
        return new BooleanColumn(name(), missing().slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    String present(int row) {
        return Boolean.toString(values[row]);
    }
}
