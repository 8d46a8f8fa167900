package dev.slipway.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Instants, UTC, as microseconds since 1970-01-01T00:00Z. */
public final class TimestampColumn extends Column {
    private final long[] values;

    private TimestampColumn(String name, Missing missing, long... values) {
        super(name, values.length, missing);
        this.values = values;
    }

    public static TimestampColumn of(String name, long... values) {
        return new TimestampColumn(name, Missing.NONE, values);
    }

    public static TimestampColumn of(String name, Missing missing, long... values) {
        return new TimestampColumn(name, missing, values);
    }

    @Override
    public ColumnType type() {
        return ColumnType.TIMESTAMP;
    }

    /** Unspecified where missing. */
    public long at(int row) {
        return values[row];
    }

    public Instant instant(int row) {
        return Instant.EPOCH.plus(values[row], ChronoUnit.MICROS);
    }

    @Override
    public TimestampColumn named(String newName) {
        return new TimestampColumn(newName, missing(), values);
    }

    @Override
    public TimestampColumn rows(int... rows) {
        var chosen = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new TimestampColumn(name(), missing().rows(rows), chosen);
    }

    @Override
    public TimestampColumn slice(int from, int to) {
        return new TimestampColumn(name(), missing().slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    String present(int row) {
        return instant(row).toString();
    }
}
