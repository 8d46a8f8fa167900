package dev.slipway.table;

import java.util.Arrays;

/**
 * True or false. Where many columns mark one category each, the rows may be codes that all of them share: then a column
 * takes no memory of its own, and whoever lays the columns out looks at a row once and not once for each of them.
 */
public final class BooleanColumn extends Column {
    private static final boolean[] NO_VALUES = new boolean[0];
    private static final int[] NO_CODES = new int[0];

    private final boolean[] values;
    private final int[] codes;
    private final int marked;

    /** @param values of the rows; none where they are codes, of which one is marked */
    private BooleanColumn(String name, int size, Missing missing, boolean[] values, int[] codes, int marked) {
        super(name, size, missing);
        this.values = values;
        this.codes = codes;
        this.marked = marked;
    }

    public static BooleanColumn of(String name, boolean... values) {
        return of(name, Missing.NONE, values);
    }

    public static BooleanColumn of(String name, Missing missing, boolean... values) {
        return new BooleanColumn(name, values.length, missing, values, NO_CODES, 0);
    }

    /** Whether each row has this code; takes the array over, which other columns may share. None is missing. */
    public static BooleanColumn mark(String name, int marked, int... codes) {
        return new BooleanColumn(name, codes.length, Missing.NONE, NO_VALUES, codes, marked);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    /** Unspecified where missing. */
    public boolean at(int row) {
        return codes.length == 0 ? values[row] : codes[row] == marked;
    }

    /** Whether both mark codes of the same array: no row is true in both, unless they mark the same code. */
    public boolean sharesCodes(BooleanColumn other) {
        return codes.length > 0 && codes == other.codes;
    }

    /** The code that is marked, where the column {@linkplain #sharesCodes shares codes} with another or itself. */
    public int marked() {
        return marked;
    }

    /** The code of a row, where the column {@linkplain #sharesCodes shares codes} with another or itself. */
    public int code(int row) {
        return codes[row];
    }

    @Override
    public double number(int row) {
        return isMissing(row) ? Double.NaN : at(row) ? 1 : 0;
    }

    @Override
    public BooleanColumn named(String newName) {
        return new BooleanColumn(newName, size(), missing(), values, codes, marked);
    }

    @Override
    public BooleanColumn rows(int... rows) {
        var chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = at(rows[i]);
        }
        return of(name(), missing().rows(rows), chosen);
    }

    @Override
    public BooleanColumn slice(int from, int to) {
        if (codes.length == 0) {
            return of(name(), missing().slice(from, to), Arrays.copyOfRange(values, from, to));
        }
        var chosen = new boolean[to - from];
        for (int row = from; row < to; row++) {
            chosen[row - from] = at(row);
        }
        return of(name(), chosen);
    }

    @Override
    String present(int row) {
        return Boolean.toString(at(row));
    }
}
