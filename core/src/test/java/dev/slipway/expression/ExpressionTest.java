package dev.slipway.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
    private static final Table PEOPLE = Table.of(
            CategoryColumn.of("Sex", List.of("male", "female"), 0, 1, -1),
            NumberColumn.of("Age", Missing.where(3, row -> row == 1), 22, 0, 40.5),
            IntegerColumn.of("SibSp", 1, 0, Long.MAX_VALUE),
            TextColumn.of("Name", "O'Neil", "Ann 😀", "50% off_"),
            BooleanColumn.of("Alive", true, false, true),
            TimestampColumn.of("Booked", 0, 86_400_000_000L, -1),
            TextColumn.of("odd name", "a", "b", "c"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "CASE WHEN Sex = 'female' THEN 0.74 ELSE 0.19 END ; 0.19,0.74,0.19",
                "case Sex when 'male' then 1 when 'female' then 2 end ; 1,2,",
                "CASE SibSp WHEN 1 THEN 'one' ELSE NULL END ; one,,",
                "Age + 1 ; 23.0,,41.5",
                "SibSp + 1 ; 2,1,",
                "-SibSp * 2 - 1 ; -3,-1,",
                "7 / 2 ; 3.5,3.5,3.5",
                "1 / SibSp - 1 / SibSp ; 0.0,,0.0",
                "7 % 4 - 7.5 % 2 ; 1.5,1.5,1.5",
                "1 - 2 - 3 ; -4,-4,-4",
                "2 + 3 * 4 ; 14,14,14",
                "(2 + 3) * 4 ; 20,20,20",
                "Age IS NULL ; false,true,false",
                "NOT Age IS NULL AND Age IS NOT NULL ; true,false,true",
                "Age > 30 ; false,,true",
                "Age > 30 OR Alive ; true,,true",
                "Age > 30 AND NOT Alive ; false,,false",
                "Sex IN ('male', NULL) ; true,,",
                "Sex NOT IN ('male') ; false,true,",
                "Age BETWEEN 22 AND 30 ; true,,false",
                "Age NOT BETWEEN NULL AND 30 ; ,,true",
                "Name LIKE '%n%' ; false,true,false",
                "Name LIKE 'O''_eil' ; true,false,false",
                "Name NOT LIKE '50!% %!_' ESCAPE '!' ; true,true,false",
                "LENGTH(Name) ; 6,5,8",
                "UPPER(Name) || '!' ; O'NEIL!,ANN 😀!,50% OFF_!",
                "SUBSTR(Name, 2, 3) ; 'Ne,nn ,0% ",
                "SUBSTR(Name, 0, 2) || SUBSTR(Name, 99) ; O,A,5",
                "CONCAT(TRIM('  x '), LOWER('Y'), Sex) ; xymale,xyfemale,",
                "COALESCE(Age, SibSp, 7) ; 22.0,0.0,40.5",
                "NULLIF(SibSp, 0) ; 1,,9223372036854775807",
                "LEAST(Age, 30) ; 22.0,30.0,30.0",
                "GREATEST('a', Name) ; a,a,a",
                "ABS(-2) + FLOOR(2.5) + CEIL(2.5) ; 7.0,7.0,7.0",
                "ROUND(2.675, 2) ; 2.68,2.68,2.68",
                "ROUND(-2.5) ; -3.0,-3.0,-3.0",
                "ROUND(1250, -2) ; 1300,1300,1300",
                "SQRT(-1) ; ,,",
                "LN(0) + EXP(1000) ; ,,",
                "POWER(2, 10) ; 1024.0,1024.0,1024.0",
                "CAST(Age AS integer) ; 22,,41",
                "CAST('1e3' AS number) + CAST('7' AS INTEGER) ; 1007.0,1007.0,1007.0",
                "CAST('1d' AS number) ; ,,",
                "CAST('0x10' AS integer) ; ,,",
                "CAST(Alive AS number) ; 1.0,0.0,1.0",
                "CAST(SibSp AS boolean) ; true,false,true",
                "CAST(SibSp AS text) || '' ; 1,0,9223372036854775807",
                "SibSp = 9223372036854775807.0 ; false,false,false",
                "9223372036854775807 * 1 ; 9223372036854775807,9223372036854775807,9223372036854775807",
                "-9223372036854775808 ; -9223372036854775808,-9223372036854775808,-9223372036854775808",
                "Booked >= '1970-01-01' ; true,true,false",
                "Booked IN ('1970-01-02T00:00:00Z') ; false,true,false",
                "\"odd name\" <> 'b' ; true,false,true",
                "Alive = TRUE ; true,false,true",
                "1 <> 2 != FALSE ; true,true,true",
                "NULL IS NULL ; true,true,true",
                "Age IS DISTINCT FROM 22 ; false,true,true",
                "Age IS NOT DISTINCT FROM NULL OR NULL ; ,true,",
                "MOD(7, 4) + MOD(-7.5, 2) ; 1.5,1.5,1.5",
                "MOD(SibSp, 0) ; ,,",
                "SIGN(-2.5) + SIGN(SibSp) ; 0,-1,0",
                "REPLACE(Name, 'n', 'nn') ; O'Neil,Annnn 😀,50% off_",
                "REPLACE('abc', '', 'x') ; abc,abc,abc",
                "INSTR(Name, '😀') + INSTR(Name, 'N') ; 3,5,0",
                "STARTS_WITH(Name, 'O') OR ENDS_WITH(Name, '_') OR CONTAINS(Name, ' 😀') ; true,true,true",
                "LPAD(CAST(SibSp AS text), 3, 'ab') ; ab1,ab0,922",
                "LPAD('x', 3, '') ; ,,",
                "YEAR(Booked) ; 1970,1970,1969",
                "MONTH(Booked) * 100 + DAY(Booked) ; 101,102,1231",
                "HOUR(Booked) * 60 + MINUTE(Booked) ; 0,0,1439",
                "DAYOFWEEK(Booked) + SECOND(Booked) ; 4,5,62",
                "DATE_TRUNC('month', Booked) ; 1970-01-01T00:00:00Z,1970-01-01T00:00:00Z,1969-12-01T00:00:00Z",
                "DATE_TRUNC('week', Booked) ; 1969-12-29T00:00:00Z,1969-12-29T00:00:00Z,1969-12-29T00:00:00Z",
                "DATE_DIFF('day', Booked, DATE '1970-01-03') ; 2,1,3",
                "DATE_DIFF('year', Booked, TIMESTAMP '1970-01-01 12:00') ; 0,0,1",
                "Booked < TIMESTAMP '1970-01-02T01:00:00+01:00' ; true,false,true",
                "CAST('1970-01-02' AS timestamp) = Booked ; false,true,false",
                "CAST('1970-02-30' AS timestamp) ; ,,",
                "CAST(CAST('1970-02-03 04:05' AS timestamp) AS text) ; 1970-02-03T04:05:00Z,1970-02-03T04:05:00Z,1970-02-03T04:05:00Z",
            })
    void an_expression_has_one_value_a_row(String text, String expected) {
        Column result = Expression.parse(text).evaluate("x", PEOPLE);

        List<String> shown = IntStream.range(0, 3).mapToObj(result::text).toList();
        assertThat(String.join(",", shown).strip()).isEqualTo(expected == null ? ",," : expected.strip());
        assertThat(result.type()).isEqualTo(Expression.parse(text).type(PEOPLE));
        assertThat(result.name()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read_csv('x.csv')",
                "read_text('x')",
                "glob('*')",
                "COPY t TO 'x'",
                "ATTACH 'x.db'",
                "INSTALL httpfs",
                "EXPORT DATABASE 'x'",
                "SET threads = 1",
                "PRAGMA version",
                "1; DROP TABLE t",
                "query('SELECT 1')",
                "repeat('a', 2000000000)",
                "(SELECT 1)",
                "SELECT 1 FROM t",
                "Age -- comment",
                "Age /* x */",
                "Age::text",
                "list[1]",
                "{a: 1}",
                "x -> x",
                "t.Age",
                "Age AS x",
                "COUNT(*)",
                "$1",
                "?",
                "@x",
                "EXISTS (SELECT 1)",
                "1 + ",
                "",
                "   ",
                "'open",
                "\"open",
                "(1",
                "1)",
                "IN (1)",
                "Age IN ()",
                "Age NOT 1",
                "1e999",
                "1abc",
                "1.2.3",
                "CASE END",
                "CASE WHEN 1 THEN 2",
                "CAST(1 AS blob)",
                "DATE '2024-02-30'",
                "TIMESTAMP 'now'",
                "DATE_TRUNC('fortnight', Booked)",
                "DATE_DIFF(Name, Booked, Booked)",
                "Age IS DISTINCT 1",
                "ABS()",
                "ABS(1, 2)",
                "x LIKE 'a' ESCAPE 'ab'",
                "\u00a0"
            })
    void what_is_not_in_the_grammar_is_refused_with_its_place(String text) {
        var thrown = catchThrowableOfType(SlipwayException.class, () -> Expression.parse(text));

        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.kind()).isEqualTo(SlipwayException.Kind.USAGE);
        assertThat(thrown.problems().get(0).where()).startsWith("expression, character ");
    }

    @Test
    void the_message_points_at_the_character_and_the_nearest_function() {
        var thrown = catchThrowableOfType(SlipwayException.class, () -> Expression.parse("1 + RUOND(Age)"));

        assertThat(thrown.problems().get(0).what()).isEqualTo("there is no function 'RUOND'; did you mean 'ROUND'?");
        assertThat(thrown.problems().get(0).where()).isEqualToNormalizingNewlines("""
                expression, character 5
                         1 + RUOND(Age)
                             ^""");
    }

    @Test
    void all_unknown_columns_and_misfits_are_told_at_once() {
        var expression = Expression.parse("Agee > 'x' OR Age = 'old' AND Name + 1 > 2 OR SibSp");

        var thrown = catchThrowableOfType(SlipwayException.class, () -> expression.type(PEOPLE));

        assertThat(thrown.problems())
                .extracting(Problem::what)
                .containsExactly(
                        "there is no column 'Agee'; did you mean 'Age'?",
                        "text does not go with number in '='",
                        "expected a number, found text",
                        "expected boolean, found integer");
        assertThat(thrown.problems().get(1).where()).startsWith("expression, character 21");
    }

    @Test
    void limits_hold_whatever_the_shape() {
        for (String text : List.of(
                "1" + " + 1".repeat(150),
                "(".repeat(5_000),
                "-".repeat(150) + "x",
                "NOT ".repeat(2_000) + "TRUE",
                "x".repeat(10_001),
                "ABS(".repeat(2_000))) {
            var thrown = catchThrowableOfType(SlipwayException.class, () -> Expression.parse(text));

            assertThat(thrown).as(text.substring(0, 20)).isNotNull();
        }
        assertThat(Expression.parse("TRUE" + " AND TRUE".repeat(1_000))
                        .test(PEOPLE)
                        .at(0))
                .isTrue();
    }

    @Test
    void a_pattern_that_kills_regular_expressions_is_answered_at_once() {
        assertThat(Like.matches("a".repeat(10_000), "%a".repeat(30) + "b", "")).isFalse();
        assertThat(Like.matches("a".repeat(10_000), "%a".repeat(30), "")).isTrue();
    }

    @Test
    void a_condition_is_tested_and_nothing_else() {
        BooleanColumn answer = Expression.parse("Age < 30").test(PEOPLE);

        assertThat(answer.at(0)).isTrue();
        assertThat(answer.isMissing(1)).isTrue();
        assertThat(catchThrowableOfType(
                                SlipwayException.class,
                                () -> Expression.parse("Age").test(PEOPLE))
                        .problems()
                        .get(0)
                        .what())
                .isEqualTo("expected a condition, found number");
    }

    @Test
    void it_knows_its_columns_and_its_text() {
        var expression = Expression.parse("SibSp + Age > 1 OR \"odd name\" = Sex");

        assertThat(expression.columns()).containsExactly("Age", "Sex", "SibSp", "odd name");
        assertThat(expression).hasToString("SibSp + Age > 1 OR \"odd name\" = Sex");
        assertThat(Expression.parse("a + b")
                        .type(Columns.of(java.util.Map.of("a", ColumnType.INTEGER, "b", ColumnType.INTEGER))))
                .isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void a_nan_in_a_column_counts_as_missing_and_an_infinity_compares() {
        Table table = Table.of(NumberColumn.of("x", Double.NaN, Double.POSITIVE_INFINITY));

        assertThat(Expression.parse("x IS NULL").test(table)).isEqualTo(BooleanColumn.of("condition", true, false));
        assertThat(Expression.parse("x > 5").test(table).at(1)).isTrue();
        assertThat(Expression.parse("x + 1").evaluate("y", table).missing().count())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void printing_and_parsing_again_gives_the_same_expression(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            var parsed = Expression.parse(number(random, 4) + " > " + number(random, 4) + " OR " + logic(random, 4));

            var again = Expression.parse(parsed.sql());

            assertThat(again.sql()).isEqualTo(parsed.sql());
            assertThat(again.evaluate("x", PEOPLE)).isEqualTo(parsed.evaluate("x", PEOPLE));
        }
    }

    private static String number(SplittableRandom random, int depth) {
        if (depth == 0) {
            return List.of("Age", "SibSp", "1", "-2.5", "1e-7", "NULL", "3").get(random.nextInt(7));
        }
        String a = number(random, depth - 1);
        String b = number(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> a + " + " + b;
            case 1 -> "(" + a + ") * -(" + b + ")";
            case 2 -> a + " / " + b;
            case 3 -> "CASE WHEN " + logic(random, depth - 1) + " THEN " + a + " ELSE " + b + " END";
            case 4 -> "COALESCE(" + a + ", " + b + ")";
            case 5 -> "ROUND(" + a + ", 1)";
            case 6 -> "CASE " + a + " WHEN " + b + " THEN 1 END";
            default -> a + " - " + b;
        };
    }

    private static String logic(SplittableRandom random, int depth) {
        if (depth == 0) {
            return List.of("t", "f", "u")
                    .get(random.nextInt(3))
                    .replace("t", "TRUE")
                    .replace("f", "FALSE")
                    .replace("u", "(NULL = 1)");
        }
        String a = logic(random, depth - 1);
        String b = logic(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "(" + a + ") AND " + b;
            case 1 -> a + " OR (" + b + ")";
            case 2 -> "NOT (" + a + ")";
            case 3 -> "Name LIKE 'a''%' AND " + a;
            default -> "Age NOT BETWEEN 1 AND 30 OR " + b;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void three_valued_logic_is_that_of_the_smallest_oracle(long seed) {
        var random = new SplittableRandom(seed);
        Table one = Table.of(IntegerColumn.of("x", 1));
        for (int i = 0; i < 1_000; i++) {
            var text = new StringBuilder();
            int truth = oracle(random, 5, text);

            BooleanColumn answer = Expression.parse(text.toString()).test(one);

            int got = answer.isMissing(0) ? 1 : answer.at(0) ? 2 : 0;
            assertThat(got).as(text.toString()).isEqualTo(truth);
        }
    }

    /** Writes a condition and says its truth: 0 false, 1 unknown, 2 true; AND is the least, OR the greatest. */
    private static int oracle(SplittableRandom random, int depth, StringBuilder text) {
        int kind = depth == 0 ? 3 : random.nextInt(4);
        if (kind == 3) {
            int truth = random.nextInt(3);
            text.append(List.of("x = 2", "x = NULL", "x = 1").get(truth));
            return truth;
        }
        if (kind == 2) {
            text.append("NOT (");
            int truth = 2 - oracle(random, depth - 1, text);
            text.append(')');
            return truth;
        }
        text.append('(');
        int left = oracle(random, depth - 1, text);
        text.append(kind == 0 ? ") AND (" : ") OR (");
        int right = oracle(random, depth - 1, text);
        text.append(')');
        return kind == 0 ? Math.min(left, right) : Math.max(left, right);
    }

    /** Words that expressions are made of, and some that they are not. */
    private static final List<String> SOUP = List.of(
            "Age",
            "SibSp",
            "Name",
            "Booked",
            "Alive",
            "Sex",
            "1",
            "-2.5",
            "9223372036854775807",
            "1e300",
            "'a'",
            "''",
            "'2024-02-29'",
            "NULL",
            "TRUE",
            "(",
            ")",
            "(",
            ")",
            ",",
            ",",
            "+",
            "-",
            "*",
            "/",
            "%",
            "||",
            "=",
            "<>",
            "<",
            "AND",
            "OR",
            "NOT",
            "IS",
            "DISTINCT",
            "FROM",
            "IN",
            "BETWEEN",
            "LIKE",
            "ESCAPE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "CAST(",
            "AS",
            "text)",
            "number)",
            "integer)",
            "timestamp)",
            "DATE",
            "TIMESTAMP",
            "ROUND(",
            "SUBSTR(",
            "REPLACE(",
            "LPAD(",
            "INSTR(",
            "POWER(",
            "DATE_TRUNC('month',",
            "DATE_DIFF('week',",
            "YEAR(",
            "COALESCE(",
            "LEAST(",
            "MOD(",
            "SIGN(",
            "\uD83D",
            "'",
            "\"",
            ".",
            "--",
            "#");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_is_written_has_a_value_in_each_row_or_a_problem_with_its_place(long seed) {
        var random = new SplittableRandom(seed);
        int answered = 0;
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int words = 1 + random.nextInt(9); words > 0; words--) {
                text.append(SOUP.get(random.nextInt(SOUP.size()))).append(' ');
            }
            try {
                assertThat(Expression.parse(text.toString())
                                .evaluate("x", PEOPLE)
                                .size())
                        .isEqualTo(3);
                answered++;
            } catch (SlipwayException refused) {
                assertThat(refused.problems())
                        .as(text.toString())
                        .allMatch(problem -> problem.where().startsWith("expression, character "));
            }
        }
        assertThat(answered).isGreaterThan(20);
    }

    @Test
    void no_expression_fills_the_memory() {
        var huge = "CONCAT(" + "LPAD('x', 1000000, 'y'), ".repeat(20) + "'')";

        assertThat(Expression.parse(huge).evaluate("x", PEOPLE).missing().count())
                .isEqualTo(3);
        assertThat(Expression.parse("REPLACE(LPAD('x', 100000, 'x'), 'x', 'twelve chars')")
                        .evaluate("x", PEOPLE)
                        .missing()
                        .count())
                .isEqualTo(3);
        assertThat(Expression.parse("LPAD('x', 9223372036854775807, 'y')")
                        .evaluate("x", PEOPLE)
                        .missing()
                        .count())
                .isEqualTo(3);
    }
}
