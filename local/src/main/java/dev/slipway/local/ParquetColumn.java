package dev.slipway.local;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.duckdb.DuckDBReadableVector;

/** A column of a Parquet file: how it is asked for, and what its values are put into. */
record ParquetColumn(String name, Kind kind) {
    /** The most rows DuckDB gives at a time. */
    static final int CHUNK = 2_048;

    /** The few shapes in which all types are asked for. */
    enum Kind {
        INTEGER("CAST(%s AS BIGINT)"),
        NUMBER("CAST(%s AS DOUBLE)"),
        /** DuckDB divides by a power of ten and rounds twice; of the digits it makes the nearest double. */
        DECIMAL("CAST(CAST(%s AS VARCHAR) AS DOUBLE)"),
        BOOLEAN("%s"),
        TIMESTAMP("epoch_us(CAST(%s AS TIMESTAMP))"),
        ZONED("epoch_us(%s)"),
        NANOSECONDS("epoch_ns(%s)"),
        TEXT("CAST(%s AS VARCHAR)");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    /** Empty where a column of Slipway cannot hold the type. */
    static Optional<ParquetColumn> of(String name, String type) {
        return kind(type).map(kind -> new ParquetColumn(name, kind));
    }

    private static Optional<Kind> kind(String type) {
        if (type.startsWith("DECIMAL(")) {
            return Optional.of(Kind.DECIMAL);
        }
        if (type.startsWith("ENUM(")) {
            return Optional.of(Kind.TEXT);
        }
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT" ->
                Optional.of(Kind.INTEGER);
            case "FLOAT", "DOUBLE" -> Optional.of(Kind.NUMBER);
            case "BOOLEAN" -> Optional.of(Kind.BOOLEAN);
            case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" -> Optional.of(Kind.TIMESTAMP);
            case "TIMESTAMP_NS" -> Optional.of(Kind.NANOSECONDS);
            case "TIMESTAMP WITH TIME ZONE" -> Optional.of(Kind.ZONED);
            case "VARCHAR", "UUID" -> Optional.of(Kind.TEXT);
            default -> Optional.empty();
        };
    }

    String sql() {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        String value = kind.sql.formatted(quoted);
        return switch (kind) {
            case TIMESTAMP, ZONED, NANOSECONDS -> finite(quoted, value);
            case INTEGER, NUMBER, DECIMAL, BOOLEAN, TEXT -> value;
        };
    }

    /** Dates can be infinite, and DuckDB would make that a missing value without a word. */
    private String finite(String quoted, String value) {
        return "CASE WHEN isfinite(%1$s) OR %1$s IS NULL THEN %2$s ELSE error(%3$s) END"
                .formatted(
                        quoted,
                        value,
                        OneFileDatabase.literal("column '%s' has an infinite date or time".formatted(name)));
    }

    Filling filling(int rows) {
        return switch (kind) {
            case INTEGER, TIMESTAMP, ZONED, NANOSECONDS -> new Longs(rows);
            case NUMBER, DECIMAL -> new Doubles(rows);
            case BOOLEAN -> new Booleans(rows);
            case TEXT -> new Texts(rows);
        };
    }

    /** The values of one batch, while they are collected. */
    abstract static class Filling {
        private final BitSet missing = new BitSet();
        private int size;

        final void add(DuckDBReadableVector vector, int count) {
            for (int row = 0; row < count; row++) {
                if (vector.isNull(row)) {
                    missing.set(size);
                    absent(size);
                } else {
                    present(size, vector, row);
                }
                size++;
            }
        }

        abstract void present(int at, DuckDBReadableVector vector, int row);

        void absent(int at) {}

        abstract Column column();

        final Missing missing() {
            return Missing.where(size, missing::get);
        }

        final int size() {
            return size;
        }
    }

    private final class Longs extends Filling {
        private final long[] values;

        Longs(int rows) {
            values = new long[rows];
        }

        @Override
        void present(int at, DuckDBReadableVector vector, int row) {
            long value = vector.getLong(row);
            values[at] = kind == Kind.NANOSECONDS ? Math.floorDiv(value, 1_000L) : value;
        }

        @Override
        Column column() {
            long[] filled = Arrays.copyOf(values, size());
            return kind == Kind.INTEGER
                    ? IntegerColumn.of(name, missing(), filled)
                    : TimestampColumn.of(name, missing(), filled);
        }
    }

    private final class Doubles extends Filling {
        private final double[] values;

        Doubles(int rows) {
            values = new double[rows];
        }

        @Override
        void present(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getDouble(row);
        }

        @Override
        Column column() {
            return NumberColumn.of(name, missing(), Arrays.copyOf(values, size()));
        }
    }

    private final class Booleans extends Filling {
        private final boolean[] values;

        Booleans(int rows) {
            values = new boolean[rows];
        }

        @Override
        void present(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getBoolean(row);
        }

        @Override
        Column column() {
            return BooleanColumn.of(name, missing(), Arrays.copyOf(values, size()));
        }
    }

    private final class Texts extends Filling {
        private final String[] values;

        Texts(int rows) {
            values = new String[rows];
        }

        @Override
        void present(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getString(row);
        }

        @Override
        void absent(int at) {
            values[at] = "";
        }

        @Override
        Column column() {
            return TextColumn.of(name, missing(), Arrays.copyOf(values, size()));
        }
    }
}
