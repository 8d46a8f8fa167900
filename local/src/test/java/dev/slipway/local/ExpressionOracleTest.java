package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.expression.Expression;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our answers beside DuckDB's, for expressions whose meaning is the same in both: see docs/expressions.md for where it is not. */
final class ExpressionOracleTest {
    private static final long DAY = 86_400_000_000L;

    private static final Table ROWS = Table.of(
            IntegerColumn.of("i", Missing.where(6, row -> row == 4), 0, 1, -7, 12, 0, 3),
            IntegerColumn.of("j", Missing.where(6, row -> row == 2), 5, -1, 0, 0, 2, 3),
            NumberColumn.of("x", Missing.where(6, row -> row == 1), 0.5, 0, -2.25, 1e6, 3.125, -0.75),
            NumberColumn.of("y", Missing.where(6, row -> row == 5), 2, -1.5, 0, 8, 1e-3, 0),
            TextColumn.of("s", Missing.where(6, row -> row == 3), "abc", "", "Äb c", "", "a%b_c", "banana"),
            TextColumn.of("t", Missing.where(6, row -> row == 0), "", "b", "abc", "A", "n", "an"),
            BooleanColumn.of("b", Missing.where(6, row -> row == 5), true, false, true, false, true, false),
            TimestampColumn.of(
                    "d",
                    Missing.where(6, row -> row == 2),
                    0,
                    19_782 * DAY + 86_399_999_999L,
                    0,
                    -1,
                    -400 * DAY - 3_600_000_001L,
                    20_000 * DAY),
            TimestampColumn.of("e", 19_783 * DAY, DAY, 5, 19_000 * DAY + 7, -20_000 * DAY, 20_000 * DAY));

    private static Connection database;

    @BeforeAll
    static void fill() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = database.createStatement()) {
            statement.execute("SET ieee_floating_point_ops = false");
            statement.execute("CREATE TABLE r (n INTEGER, i BIGINT, j BIGINT, x DOUBLE, y DOUBLE, s VARCHAR, t VARCHAR,"
                    + " b BOOLEAN, d TIMESTAMP, e TIMESTAMP)");
        }
        try (var insert = database.prepareStatement("INSERT INTO r VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = 0; row < ROWS.rows(); row++) {
                insert.setInt(1, row);
                for (int at = 0; at < ROWS.columns().size(); at++) {
                    insert.setObject(at + 2, object(ROWS.columns().get(at), row));
                }
                insert.executeUpdate();
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @org.jspecify.annotations.Nullable
    private static Object object(Column column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        if (column instanceof IntegerColumn integers) {
            return integers.at(row);
        }
        if (column instanceof NumberColumn numbers) {
            return numbers.at(row);
        }
        if (column instanceof BooleanColumn truths) {
            return truths.at(row);
        }
        if (column instanceof TimestampColumn times) {
            return LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(times.at(row), ChronoUnit.MICROS);
        }
        return column.text(row);
    }

    /** The same in DuckDB's dialect: its CAST fails where ours has no value, and its types have other names. */
    private static String duck(String ours) {
        return ours.replace("CAST(", "TRY_CAST(")
                .replace("AS number)", "AS DOUBLE)")
                .replace("AS integer)", "AS BIGINT)")
                .replace("AS text)", "AS VARCHAR)");
    }

    private static List<String> asked(String expression) throws SQLException {
        var answers = new ArrayList<String>();
        try (var statement = database.prepareStatement("SELECT " + duck(expression) + " FROM r ORDER BY n");
                var result = statement.executeQuery()) {
            while (result.next()) {
                answers.add(shown(result));
            }
        }
        return answers;
    }

    private static String shown(ResultSet result) throws SQLException {
        var value = result.getObject(1);
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay() + "";
        }
        return value instanceof java.sql.Timestamp ? result.getObject(1, LocalDateTime.class) + "" : value.toString();
    }

    /** Twelve digits: sums and products agree to the last bit, but roundings may take another way to the same number. */
    private static String number(double number) {
        return number == 0 ? "0" : String.format(java.util.Locale.ROOT, "%.11e", number);
    }

    private static List<String> ours(String expression) {
        var column = Expression.parse(expression).evaluate("answer", ROWS);
        var answers = new ArrayList<String>();
        for (int row = 0; row < column.size(); row++) {
            answers.add(
                    column.isMissing(row)
                            ? "NULL"
                            : column instanceof NumberColumn numbers
                                    ? number(numbers.at(row))
                                    : String.valueOf(object(column, row)));
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void generated_expressions_have_the_answers_of_duckdb(long seed) throws SQLException {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 150; i++) {
            var expression = switch (i % 5) {
                case 0 -> whole(random, 3);
                case 1 -> number(random, 3);
                case 2 -> text(random, 3);
                case 3 -> time(random, 2);
                default -> truth(random, 3);
            };

            assertThat(ours(expression)).as(expression).isEqualTo(asked(expression));
        }
    }

    @Test
    void where_the_meaning_differs_on_purpose_it_is_as_documented() throws SQLException {
        assertThat(ours("CONCAT(s, t)").get(0)).isEqualTo("NULL");
        assertThat(asked("CONCAT(s, t)").get(0)).isEqualTo("abc");
        assertThat(ours("SUBSTR('abc', -1, 2)").get(0)).isEmpty();
        assertThat(asked("SUBSTR('abc', -1, 2)").get(0)).isEqualTo("c");
        assertThat(ours("9223372036854775807 + i").get(1)).isEqualTo("NULL");
        assertThat(ours("SQRT(-1)").get(0)).isEqualTo("NULL");
        assertThat(ours("LN(0)").get(0)).isEqualTo("NULL");
        // One Monday lies between a Sunday and a Monday, before 1970 too.
        assertThat(ours("DATE_DIFF('week', DATE '1969-07-20', DATE '1969-07-21')")
                        .get(0))
                .isEqualTo("1");
        assertThat(ours("DATE_DIFF('week', DATE '1969-12-28', DATE '1970-01-05')")
                        .get(0))
                .isEqualTo("2");
        assertThat(asked("DATE_DIFF('week', DATE '1969-12-28', DATE '1970-01-05')")
                        .get(0))
                .isEqualTo("1");
    }

    private static String pick(SplittableRandom random, String... options) {
        return options[random.nextInt(options.length)];
    }

    private static String whole(SplittableRandom random, int depth) {
        if (depth == 0) {
            return pick(random, "i", "j", "CAST(3 AS integer)", "CAST(-2 AS integer)", "CAST(NULL AS integer)");
        }
        var a = whole(random, depth - 1);
        var b = whole(random, depth - 1);
        return switch (random.nextInt(14)) {
            case 0 -> "(" + a + " + " + b + ")";
            case 1 -> "(" + a + " - " + b + ")";
            case 2 -> "(" + a + " * " + b + ")";
            case 3 -> "(" + a + " % " + b + ")";
            case 4 -> "ABS(" + a + ")";
            case 5 -> "COALESCE(" + a + ", " + b + ")";
            case 6 -> "NULLIF(" + a + ", " + b + ")";
            case 7 -> "LEAST(" + a + ", " + b + ")";
            case 8 -> "CASE WHEN " + truth(random, depth - 1) + " THEN " + a + " ELSE " + b + " END";
            case 9 -> "LENGTH(" + text(random, depth - 1) + ")";
            case 10 -> "INSTR(" + text(random, depth - 1) + ", " + text(random, depth - 1) + ")";
            case 11 ->
                pick(random, "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "DAYOFWEEK") + "("
                        + time(random, depth - 1) + ")";
            case 12 ->
                "DATE_DIFF('" + unit(random).replace("week", "day") + "', " + time(random, depth - 1) + ", "
                        + time(random, depth - 1) + ")";
            default -> "CASE " + a + " WHEN " + b + " THEN " + a + " END";
        };
    }

    private static String unit(SplittableRandom random) {
        return pick(random, "year", "quarter", "month", "week", "day", "hour", "minute", "second");
    }

    private static String number(SplittableRandom random, int depth) {
        if (depth == 0) {
            return pick(random, "x", "y", "1.5e0", "-0.25e0", "CAST(i AS number)");
        }
        var a = number(random, depth - 1);
        var b = number(random, depth - 1);
        return switch (random.nextInt(10)) {
            case 0 -> "(" + a + " + " + b + ")";
            case 1 -> "(" + a + " - " + b + ")";
            case 2 -> "(" + a + " * " + b + ")";
            case 3 -> "(" + a + " / NULLIF(" + b + ", 0e0))";
            case 4 -> "ABS(" + a + ")";
            case 5 -> pick(random, "FLOOR(", "CEIL(") + a + ")";
            case 6 -> "GREATEST(" + a + ", " + b + ")";
            case 7 -> "CASE WHEN " + truth(random, depth - 1) + " THEN " + a + " END";
            case 8 -> "(-(" + a + "))";
            default -> "SQRT(ABS(" + a + "))";
        };
    }

    private static String text(SplittableRandom random, int depth) {
        if (depth == 0) {
            return pick(random, "s", "t", "'a'", "'%b'", "'Äbc'", "''");
        }
        var a = text(random, depth - 1);
        var b = text(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "(" + a + " || " + b + ")";
            case 1 -> "UPPER(" + a + ")";
            case 2 -> "LOWER(" + a + ")";
            case 3 -> "SUBSTR(" + a + ", " + (1 + random.nextInt(3)) + ", " + random.nextInt(4) + ")";
            case 4 -> "REPLACE(" + a + ", " + b + ", 'x')";
            case 5 -> "LPAD(" + a + ", " + random.nextInt(6) + ", '.-')";
            case 6 -> "COALESCE(" + a + ", " + b + ")";
            case 7 -> "CASE WHEN " + truth(random, depth - 1) + " THEN " + a + " ELSE " + b + " END";
            default -> "CAST(" + whole(random, depth - 1) + " AS text)";
        };
    }

    private static String time(SplittableRandom random, int depth) {
        if (depth == 0) {
            return pick(random, "d", "e", "TIMESTAMP '2024-02-29 23:59:59.5'", "TIMESTAMP '1969-07-20 20:17:40'");
        }
        return switch (random.nextInt(3)) {
            case 0 -> "DATE_TRUNC('" + unit(random) + "', " + time(random, depth - 1) + ")";
            case 1 -> "COALESCE(" + time(random, depth - 1) + ", " + time(random, depth - 1) + ")";
            default -> "LEAST(" + time(random, depth - 1) + ", " + time(random, depth - 1) + ")";
        };
    }

    private static String truth(SplittableRandom random, int depth) {
        if (depth == 0) {
            return pick(random, "b", "TRUE", "FALSE", "(i > j)", "(s = t)");
        }
        return switch (random.nextInt(14)) {
            case 0 -> "(" + truth(random, depth - 1) + " AND " + truth(random, depth - 1) + ")";
            case 1 -> "(" + truth(random, depth - 1) + " OR " + truth(random, depth - 1) + ")";
            case 2 -> "(NOT " + truth(random, depth - 1) + ")";
            case 3 ->
                "(" + whole(random, depth - 1) + pick(random, " < ", " <= ", " = ", " <> ") + number(random, depth - 1)
                        + ")";
            case 4 ->
                "(" + text(random, depth - 1) + pick(random, " < ", " >= ", " = ") + text(random, depth - 1) + ")";
            case 5 ->
                "(" + whole(random, depth - 1) + pick(random, " IS DISTINCT FROM ", " IS NOT DISTINCT FROM ")
                        + whole(random, depth - 1) + ")";
            case 6 -> "(" + text(random, depth - 1) + pick(random, " IS NULL", " IS NOT NULL") + ")";
            case 7 ->
                "(" + whole(random, depth - 1) + pick(random, " IN (", " NOT IN (") + "i, j, CAST(3 AS integer)))";
            case 8 -> "(" + number(random, depth - 1) + pick(random, " BETWEEN ", " NOT BETWEEN ") + "x AND y)";
            case 9 ->
                "(" + text(random, depth - 1)
                        + pick(random, " LIKE '%b%'", " LIKE '_b%'", " NOT LIKE 'a!%%' ESCAPE '!'") + ")";
            case 10 ->
                pick(random, "STARTS_WITH(", "ENDS_WITH(", "CONTAINS(") + text(random, depth - 1) + ", "
                        + text(random, depth - 1) + ")";
            case 11 ->
                "(" + time(random, depth - 1) + pick(random, " < ", " = ", " IS DISTINCT FROM ")
                        + time(random, depth - 1) + ")";
            case 12 -> "(" + time(random, depth - 1) + " >= DATE '2020-01-01')";
            default -> "(" + truth(random, depth - 1) + " = b)";
        };
    }
}
