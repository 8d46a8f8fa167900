package dev.slipway.table;

import java.util.Arrays;

/** Any words. */
public final class TextColumn extends Column {
    private final String[] values;

    private TextColumn(String name, Missing missing, String... values) {
        super(name, values.length, missing);
        this.values = values;
    }

    public static TextColumn of(String name, String... values) {
        return new TextColumn(name, Missing.NONE, values);
    }

    public static TextColumn of(String name, Missing missing, String... values) {
        return new TextColumn(name, missing, values);
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    /** Unspecified where missing. */
    public String at(int row) {
        return values[row];
    }

    @Override
    public TextColumn named(String newName) {
        return new TextColumn(newName, missing(), values);
    }

    @Override
    public TextColumn rows(int... rows) {
        var chosen = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new TextColumn(name(), missing().rows(rows), chosen);
    }

    @Override
    public TextColumn slice(int from, int to) {
        return new TextColumn(name(), missing().slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    String present(int row) {
        return values[row];
    }
}
