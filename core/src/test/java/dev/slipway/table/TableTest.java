package dev.slipway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final int ROWS = 150;

    /** A column of each type; every seventh value is missing. */
    private static Table table() {
        var missing = Missing.where(ROWS, row -> row % 7 == 3);
        var rows = IntStream.range(0, ROWS);
        var flags = new boolean[ROWS];
        var words = new String[ROWS];
        var codes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            flags[row] = row % 3 == 0;
            words[row] = "word " + row;
            codes[row] = row % 7 == 3 ? -1 : row % 3;
        }
        return Table.of(
                List.of(
                        NumberColumn.of(
                                "number",
                                missing,
                                rows.mapToDouble(row -> row / 8.0).toArray()),
                        IntegerColumn.of(
                                "integer",
                                missing,
                                IntStream.range(0, ROWS)
                                        .mapToLong(row -> Long.MAX_VALUE - row)
                                        .toArray()),
                        BooleanColumn.of("boolean", missing, flags),
                        TimestampColumn.of(
                                "timestamp",
                                missing,
                                IntStream.range(0, ROWS)
                                        .mapToLong(row -> row * 1_000_000L)
                                        .toArray()),
                        CategoryColumn.of("category", List.of("a", "b", "c"), codes),
                        TextColumn.of("text", missing, words)),
                Origins.from("people.csv", 1, ROWS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 149, 150})
    void parts_laid_end_to_end_are_the_whole(int cut) {
        var whole = table();

        var again = Table.concat(List.of(whole.slice(0, cut), whole.slice(cut, cut), whole.slice(cut, ROWS)));

        assertThat(again).isEqualTo(whole);
        assertThat(again.origins().where(149)).isEqualTo("people.csv, row 150");
        assertThat(again.column("text").missing())
                .isEqualTo(whole.column("text").missing());
    }

    @Test
    void chosen_rows_come_in_the_order_asked_for_and_as_often() {
        var chosen = table().rows(10, 3, 10);

        for (var column : chosen.columns()) {
            assertThat(column.text(0))
                    .isEqualTo(table().column(column.name()).text(10))
                    .isEqualTo(column.text(2));
            assertThat(column.isMissing(1)).isTrue();
        }
        assertThat(chosen.origins().record(1)).isEqualTo(4);
    }

    @Test
    void a_slice_of_a_slice_is_a_slice() {
        assertThat(table().slice(20, 90).slice(5, 30)).isEqualTo(table().slice(25, 50));
    }

    @Test
    void words_are_one_whatever_their_codes() {
        var left = Table.of(CategoryColumn.of("sex", List.of("male", "female"), 0, 1, -1));
        var right = Table.of(CategoryColumn.of("sex", List.of("unused", "female", "male", "other"), 1, 2, 3, -1));

        var both = (CategoryColumn) Table.concat(List.of(left, right)).column("sex");

        assertThat(IntStream.range(0, both.size()).mapToObj(both::text))
                .containsExactly("male", "female", "", "female", "male", "other", "");
        assertThat(both.missing().count()).isEqualTo(2);
        assertThat(CategoryColumn.of("sex", List.of("a", "b"), 1)).isEqualTo(CategoryColumn.of("sex", List.of("b"), 0));
        assertThat(CategoryColumn.from(TextColumn.of("sex", Missing.where(2, row -> row == 0), "", "b")))
                .isEqualTo(CategoryColumn.of("sex", List.of("b"), -1, 0));
    }

    @Test
    void parts_must_have_the_same_columns_of_the_same_types() {
        var table = Table.of(NumberColumn.of("n", 1));

        assertThatThrownBy(() -> Table.concat(List.of(table, Table.of(IntegerColumn.of("n", 1)))))
                .hasMessageContaining("column 'n' is number in one part and integer in another");
        assertThatThrownBy(() ->
                        Table.concat(List.of(table, Table.of(NumberColumn.of("n", 1), NumberColumn.of("m", 1)))))
                .hasMessageContaining("different columns: [n] and [n, m]");
        assertThatThrownBy(() -> Table.concat(List.of(table, Table.of(NumberColumn.of("m", 1)))))
                .hasMessageContaining("there is no column 'n'");
    }

    @Test
    void two_columns_of_one_name_or_of_two_lengths_are_refused() {
        var one = NumberColumn.of("n", 1);

        assertThatThrownBy(() -> Table.of(one, one)).hasMessageContaining("two columns are called 'n'");
        assertThatThrownBy(() -> Table.of(one, NumberColumn.of("m", 1, 2)))
                .hasMessageContaining("column 'm' has 2 rows, the table 1");
        assertThatThrownBy(() -> Table.of(one).with(NumberColumn.of("n", 1, 2))).hasMessageContaining("'n' has 2 rows");
        assertThatThrownBy(() -> Table.of(one).with(List.of(one.named("m"), one.named("m"))))
                .hasMessageContaining("two columns");
        assertThatThrownBy(() -> Table.of(one).select(List.of("n", "n"))).hasMessageContaining("two columns");
    }

    @Test
    void columns_take_the_place_of_their_name_or_stand_behind() {
        var table = Table.of(NumberColumn.of("a", 1), NumberColumn.of("b", 2));

        var changed = table.with(List.of(NumberColumn.of("c", 3), NumberColumn.of("a", 4)));

        assertThat(changed)
                .isEqualTo(Table.of(NumberColumn.of("a", 4), NumberColumn.of("b", 2), NumberColumn.of("c", 3)));
        assertThat(changed.column("c").number(0)).isEqualTo(3);
        assertThat(table.names()).containsExactly("a", "b");
        assertThat(changed.select(List.of("c", "a")).names()).containsExactly("c", "a");
        assertThat(changed.without(List.of("b", "z")).column("c").number(0)).isEqualTo(3);
    }

    @Test
    void a_column_that_is_not_there_is_named_with_the_nearest_one() {
        assertThatThrownBy(() -> table().column("txet"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("there is no column 'txet'; did you mean 'text'?")
                .hasMessageContaining("people.csv");
        assertThat(table().find("txet")).isEmpty();
    }

    @Test
    void numbers_are_equal_to_the_bit_and_a_missing_one_is_not_a_nan() {
        assertThat(NumberColumn.of("n", Double.NaN)).isEqualTo(NumberColumn.of("n", Double.NaN));
        assertThat(NumberColumn.of("n", 0.0)).isNotEqualTo(NumberColumn.of("n", -0.0));
        assertThat(NumberColumn.of("n", Double.NaN))
                .isNotEqualTo(NumberColumn.of("n", Missing.where(1, row -> true), Double.NaN));
        assertThat(NumberColumn.of("n", Missing.where(1, row -> true), 1))
                .isEqualTo(NumberColumn.of("n", Missing.where(1, row -> true), 2));
        assertThat(NumberColumn.of("n", 1)).isNotEqualTo(IntegerColumn.of("n", 1));
    }

    @Test
    void only_numbers_answer_as_numbers() {
        assertThat(IntegerColumn.of("n", Long.MAX_VALUE).number(0)).isEqualTo(0x1p63);
        assertThat(BooleanColumn.of("n", Missing.where(2, row -> row == 1), true, true)
                        .number(1))
                .isNaN();
        assertThatThrownBy(() -> TextColumn.of("name", "7").number(0))
                .hasMessageContaining("column 'name' is text, not a number");
        assertThat(TimestampColumn.of("t", 1_500_000).text(0)).isEqualTo("1970-01-01T00:00:01.500Z");
    }

    @Test
    void origins_know_the_record_and_the_line_where_there_are_lines() {
        var lines = Origins.of("people.csv", new long[] {1, 2, 3}, 2, 5, 6);

        assertThat(lines.where(1)).isEqualTo("people.csv, row 2 (line 5)");
        assertThat(lines.rows(2, 0).where(0)).isEqualTo("people.csv, row 3 (line 6)");
        assertThat(Origins.concat(List.of(lines.slice(0, 1), lines.slice(1, 3))).line(2))
                .isEqualTo(6);
        assertThat(Origins.concat(List.of(lines, Origins.from("people.csv", 4, 1)))
                        .where(3))
                .isEqualTo("people.csv, row 4");
        assertThat(Origins.concat(List.of(lines, Origins.from("people.csv", 4, 1)))
                        .where(1))
                .isEqualTo("people.csv, row 2 (line 5)");
        assertThatThrownBy(() -> Origins.of("people.csv", new long[2], 1))
                .hasMessageContaining("2 records but 1 lines");
    }

    @Test
    void rows_of_several_sources_each_keep_their_own_name() {
        var both = Origins.concat(List.of(Origins.from("a.csv", 1, 2), Origins.of("b.csv", new long[] {1, 2}, 2, 3)));

        assertThat(both.source()).isEqualTo("a.csv, b.csv");
        assertThat(both.where(1)).isEqualTo("a.csv, row 2");
        assertThat(both.rows(3, 0).where(0)).isEqualTo("b.csv, row 2 (line 3)");
        assertThat(both.slice(2, 4).where(0)).isEqualTo("b.csv, row 1 (line 2)");
        assertThat(Origins.named(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c and 2 more");
    }

    @Test
    void a_cell_that_could_not_be_read_is_named_wherever_its_row_goes() {
        var cell = new Misread("price", "1.50", "because");
        var origins = Origins.from("a.csv", 1, 3).withMisread(Map.of(1, List.of(cell)));

        assertThat(origins.misread(0)).isEmpty();
        assertThat(origins.rows(2, 1).misread(1)).containsExactly(cell);
        assertThat(Origins.concat(List.of(Origins.from("b.csv", 1, 3), origins.slice(1, 2)))
                        .misread(3))
                .containsExactly(cell);
        assertThat(Origins.concat(List.of(Origins.from("b.csv", 1, 3), origins)).misread(1))
                .isEmpty();
        assertThat(origins.withMisread(Map.of(1, List.of(cell))).misread(1)).hasSize(2);
        assertThat(origins.withoutMisread().anyMisread()).isFalse();
    }
}
