package dev.slipway.spark;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** A column of a Parquet file: how Spark is asked for it, and what its values become. */
record SparkColumn(String name, Kind kind) implements Serializable {
    /** The few shapes in which all types are asked for. */
    enum Kind {
        INTEGER,
        NUMBER,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        TEXT
    }

    private static final long DAY = 86_400_000_000L;

    /** The numbers by which Parquet files of DuckDB say that a date or time is infinite. */
    private static final List<Integer> INFINITE_DAYS = List.of(Integer.MAX_VALUE, -Integer.MAX_VALUE);

    private static final List<Long> INFINITE_TIMES = List.of(Long.MAX_VALUE, -Long.MAX_VALUE);

    /** Doubles hold every whole number up to here. */
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    /** Empty where a column of Slipway cannot hold the type, or would hold something else than on one machine. */
    static Optional<SparkColumn> of(String name, DataType type) {
        return kind(type).map(kind -> new SparkColumn(name, kind));
    }

    private static Optional<Kind> kind(DataType type) {
        if (type instanceof DecimalType decimal) {
            // What Spark makes of unsigned 64-bit numbers, which are whole numbers on one machine.
            boolean unsigned = decimal.precision() == 20 && decimal.scale() == 0;
            return unsigned ? Optional.empty() : Optional.of(Kind.DECIMAL);
        }
        if (List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType)
                .contains(type)) {
            return Optional.of(Kind.INTEGER);
        }
        if (type.equals(DataTypes.FloatType) || type.equals(DataTypes.DoubleType)) {
            return Optional.of(Kind.NUMBER);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return Optional.of(Kind.BOOLEAN);
        }
        if (type.equals(DataTypes.DateType)) {
            return Optional.of(Kind.DATE);
        }
        if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)) {
            return Optional.of(Kind.TIMESTAMP);
        }
        return type.equals(DataTypes.StringType) ? Optional.of(Kind.TEXT) : Optional.empty();
    }

    org.apache.spark.sql.Column select(Dataset<Row> file) {
        var column = file.col("`" + name.replace("`", "``") + "`");
        return switch (kind) {
            case INTEGER -> column.cast(DataTypes.LongType);
            case NUMBER -> column.cast(DataTypes.DoubleType);
            case DATE -> functions.unix_date(column);
            // In a session whose time zone is UTC a time without zone is the same instant.
            case TIMESTAMP -> functions.unix_micros(column.cast(DataTypes.TimestampType));
            case DECIMAL, BOOLEAN, TEXT -> column;
        };
    }

    /** The values at this place of the rows. */
    Column column(List<Row> rows, int at) {
        var missing = Missing.where(rows.size(), row -> rows.get(row).isNullAt(at));
        return switch (kind) {
            case INTEGER -> IntegerColumn.of(name, missing, longs(rows, at, missing));
            case DATE, TIMESTAMP -> TimestampColumn.of(name, missing, longs(rows, at, missing));
            case NUMBER, DECIMAL -> NumberColumn.of(name, missing, doubles(rows, at, missing));
            case BOOLEAN -> BooleanColumn.of(name, missing, booleans(rows, at, missing));
            case TEXT -> TextColumn.of(name, missing, texts(rows, at, missing));
        };
    }

    private long[] longs(List<Row> rows, int at, Missing missing) {
        long[] values = new long[rows.size()];
        for (int row = 0; row < values.length; row++) {
            if (!missing.at(row)) {
                values[row] = switch (kind) {
                    case DATE -> day(rows.get(row).getInt(at));
                    case TIMESTAMP -> time(rows.get(row).getLong(at));
                    default -> rows.get(row).getLong(at);
                };
            }
        }
        return values;
    }

    private long day(int days) {
        if (INFINITE_DAYS.contains(days)) {
            throw infinite();
        }
        return days * DAY;
    }

    private long time(long micros) {
        if (INFINITE_TIMES.contains(micros)) {
            throw infinite();
        }
        return micros;
    }

    private IllegalStateException infinite() {
        return new IllegalStateException("column '%s' has an infinite date or time".formatted(name));
    }

    private double[] doubles(List<Row> rows, int at, Missing missing) {
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            if (!missing.at(row)) {
                values[row] = kind == Kind.NUMBER
                        ? rows.get(row).getDouble(at)
                        : number(rows.get(row).getDecimal(at));
            }
        }
        return values;
    }

    /** As DuckDB makes a double of a decimal, to the bit: beyond 2^53 the whole and the rest apart. */
    static double number(BigDecimal decimal) {
        var units = decimal.unscaledValue();
        double power = Math.pow(10, decimal.scale());
        if (units.abs().compareTo(EXACT) <= 0 || decimal.scale() == 0) {
            return units.doubleValue() / power;
        }
        var parts = units.divideAndRemainder(BigInteger.TEN.pow(decimal.scale()));
        return parts[0].doubleValue() + parts[1].doubleValue() / power;
    }

    private static boolean[] booleans(List<Row> rows, int at, Missing missing) {
        boolean[] values = new boolean[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = !missing.at(row) && rows.get(row).getBoolean(at);
        }
        return values;
    }

    private static String[] texts(List<Row> rows, int at, Missing missing) {
        var values = new String[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = missing.at(row) ? "" : rows.get(row).getString(at);
        }
        return values;
    }
}
