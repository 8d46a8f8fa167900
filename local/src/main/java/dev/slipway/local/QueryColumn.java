package dev.slipway.local;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;

/** A column of a query's result, and what its values are put into. */
record QueryColumn(String name, int index, Kind kind) {
    enum Kind {
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        ZONED,
        TEXT
    }

    /**
     * SQLite gives each value its own type, whatever the column says, so there every column is text, in the database's own
     * digits, and so are exact decimals everywhere; a contract gives it its type, as it does to a file.
     */
    static Kind kind(int sqlType, String typeName, String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return Kind.TEXT;
        }
        return switch (sqlType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.INTEGER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.NUMBER;
            case Types.BIT, Types.BOOLEAN -> Kind.BOOLEAN;
            case Types.DATE -> Kind.DATE;
            case Types.TIMESTAMP -> typeName.equals("timestamptz") ? Kind.ZONED : Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.ZONED;
            default -> Kind.TEXT;
        };
    }

    /** A value that its column cannot hold. */
    static final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message, null, false, false);
        }
    }

    Filling filling(int rows) {
        return new Filling(this, rows);
    }

    /** The values of one batch, while they are collected. */
    static final class Filling {
        private final QueryColumn of;
        private final BitSet missing = new BitSet();
        private final long[] longs;
        private final double[] doubles;
        private final boolean[] booleans;
        private final String[] texts;
        private int size;

        Filling(QueryColumn of, int rows) {
            this.of = of;
            boolean whole = of.kind == Kind.INTEGER
                    || of.kind == Kind.DATE
                    || of.kind == Kind.TIMESTAMP
                    || of.kind == Kind.ZONED;
            longs = new long[whole ? rows : 0];
            doubles = new double[of.kind == Kind.NUMBER ? rows : 0];
            booleans = new boolean[of.kind == Kind.BOOLEAN ? rows : 0];
            texts = new String[of.kind == Kind.TEXT ? rows : 0];
        }

        void add(ResultSet row) throws SQLException {
            boolean absent = row.getObject(of.index) == null;
            if (absent) {
                missing.set(size);
            }
            switch (of.kind) {
                case INTEGER -> longs[size] = absent ? 0 : row.getLong(of.index);
                case NUMBER -> doubles[size] = absent ? Double.NaN : row.getDouble(of.index);
                case BOOLEAN -> booleans[size] = !absent && row.getBoolean(of.index);
                case DATE ->
                    longs[size] = absent
                            ? 0
                            : micros(row.getObject(of.index, LocalDate.class)
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC));
                case TIMESTAMP ->
                    longs[size] = absent
                            ? 0
                            : micros(
                                    row.getObject(of.index, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                case ZONED ->
                    longs[size] = absent
                            ? 0
                            : micros(row.getObject(of.index, OffsetDateTime.class)
                                    .toInstant());
                case TEXT -> texts[size] = absent ? "" : row.getString(of.index);
            }
            size++;
        }

        private long micros(Instant instant) {
            try {
                return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
            } catch (ArithmeticException e) {
                throw new Unfit("column '%s' has an infinite date or time".formatted(of.name));
            }
        }

        Column column() {
            var gaps = Missing.where(size, missing::get);
            return switch (of.kind) {
                case INTEGER -> IntegerColumn.of(of.name, gaps, Arrays.copyOf(longs, size));
                case NUMBER -> NumberColumn.of(of.name, gaps, Arrays.copyOf(doubles, size));
                case BOOLEAN -> BooleanColumn.of(of.name, gaps, Arrays.copyOf(booleans, size));
                case DATE, TIMESTAMP, ZONED -> TimestampColumn.of(of.name, gaps, Arrays.copyOf(longs, size));
                case TEXT -> TextColumn.of(of.name, gaps, Arrays.copyOf(texts, size));
            };
        }
    }
}
