package dev.slipway.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BooleanColumnTest {
    private static final int[] CODES = {2, 0, -1, 2};
    private static final BooleanColumn PORT = BooleanColumn.mark("port=S", 2, CODES);

    @Test
    void a_mark_is_the_column_of_its_truths() {
        assertThat(PORT).isEqualTo(BooleanColumn.of("port=S", true, false, false, true));
        assertThat(PORT.number(0)).isEqualTo(1);
        assertThat(PORT.number(2)).isZero();
        assertThat(PORT.missing().count()).isZero();
        assertThat(PORT.text(3)).isEqualTo("true");
    }

    @Test
    void rows_slices_and_other_names_keep_the_truths() {
        assertThat(PORT.rows(3, 1)).isEqualTo(BooleanColumn.of("port=S", true, false));
        assertThat(PORT.slice(1, 4)).isEqualTo(BooleanColumn.of("port=S", false, false, true));
        assertThat(PORT.named("from S")).isEqualTo(BooleanColumn.of("from S", true, false, false, true));
    }

    @Test
    void marks_of_the_same_rows_know_each_other() {
        var other = BooleanColumn.mark("port=C", 0, CODES);

        assertThat(PORT.sharesCodes(other)).isTrue();
        assertThat(other.marked()).isZero();
        assertThat(other.code(0)).isEqualTo(2);
        assertThat(PORT.sharesCodes(BooleanColumn.mark("port=C", 0, CODES.clone())))
                .isFalse();
        assertThat(PORT.sharesCodes(BooleanColumn.of("old", true, false, false, true)))
                .isFalse();
    }
}
