package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final int ROWS = 8_192;

    @Test
    void words_that_come_again_are_kept_once() {
        var column = column(row -> row % 3 == 0 ? "" : "word " + row % 7);

        assertThat(column.isCoded()).isTrue();
        assertThat(column.dictionary()).hasSize(8);
    }

    @Test
    void texts_that_are_nearly_all_distinct_are_kept_one_by_one() {
        assertThat(column(row -> "id-" + row).isCoded()).isFalse();
    }

    @Test
    void a_long_text_is_kept_as_it_is() {
        assertThat(column(row -> row < 4_000 ? "a" : "x".repeat(1_000)).isCoded())
                .isFalse();
    }

    @Test
    void every_row_has_its_text_whatever_was_kept_once() {
        var random = new Random(1);
        for (int distinct : List.of(1, 2, 200, 900, 1_025, 3_000, 1_000_000)) {
            var expected = new ArrayList<String>();
            var column = column(row -> {
                expected.add(Integer.toString(random.nextInt(distinct), 36));
                return expected.get(row);
            });

            for (int row = 0; row < ROWS; row++) {
                assertThat(column.at(row)).isEqualTo(expected.get(row));
            }
        }
    }

    @Test
    void no_row_is_an_empty_column() {
        assertThat(new Words("none", 10).column().size()).isZero();
    }

    private static TextColumn column(IntFunction<String> text) {
        var words = new Words("column", ROWS);
        for (int row = 0; row < ROWS; row++) {
            char[] characters = (" " + text.apply(row)).toCharArray();
            words.add(characters, 1, characters.length - 1);
        }
        return words.column();
    }
}
