package dev.slipway.likeness;

import dev.slipway.table.Column;
import dev.slipway.table.TimestampColumn;

/** Where the values of a column lie on a line. */
public final class Positions {
    private Positions() {}

    /** The number itself, microseconds of a time; {@code NaN} where missing. */
    public static double of(Column column, int row) {
        if (column.isMissing(row)) {
            return Double.NaN;
        }
        return column instanceof TimestampColumn times ? times.at(row) : column.number(row);
    }
}
