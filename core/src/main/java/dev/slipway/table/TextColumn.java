package dev.slipway.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Any words. Where few of them are distinct, the rows may be codes into a dictionary: whoever looks at the distinct words
 * first has far less to look at.
 */
public final class TextColumn extends Column {
    private static final int[] PLAIN = new int[0];

    private final String[] values;
    private final int[] codes;

    private TextColumn(String name, int size, Missing missing, String[] values, int... codes) {
        super(name, size, missing);
        this.values = values;
        this.codes = codes;
    }

    public static TextColumn of(String name, String... values) {
        return of(name, Missing.NONE, values);
    }

    public static TextColumn of(String name, Missing missing, String... values) {
        return new TextColumn(name, values.length, missing, values, PLAIN);
    }

    /** Takes the arrays over: rows that are codes into a dictionary of distinct words. None is missing. */
    public static TextColumn coded(String name, String[] dictionary, int... codes) {
        return new TextColumn(name, codes.length, Missing.NONE, dictionary, codes);
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    /** Unspecified where missing. */
    public String at(int row) {
        return codes.length == 0 ? values[row] : values[codes[row]];
    }

    /** Whether the rows are codes into a {@link #dictionary()}; such a column has no missing values. */
    public boolean isCoded() {
        return codes.length > 0;
    }

    /** The place of the row's word in the dictionary, where the column {@linkplain #isCoded() is coded}. */
    public int code(int row) {
        return codes[row];
    }

    /** The distinct words, where the column {@linkplain #isCoded() is coded}; else empty. */
    public List<String> dictionary() {
        return isCoded() ? Collections.unmodifiableList(Arrays.asList(values)) : List.of();
    }

    @Override
    public TextColumn named(String newName) {
        return new TextColumn(newName, size(), missing(), values, codes);
    }

    @Override
    public TextColumn rows(int... rows) {
        return of(
                name(),
                missing().rows(rows),
                Arrays.stream(rows).mapToObj(this::at).toArray(String[]::new));
    }

    @Override
    public TextColumn slice(int from, int to) {
        var part = new String[to - from];
        for (int row = from; row < to; row++) {
            part[row - from] = at(row);
        }
        return of(name(), missing().slice(from, to), part);
    }

    @Override
    String present(int row) {
        return at(row);
    }
}
