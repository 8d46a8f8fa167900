package dev.slipway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VectorColumnTest {
    private static final List<String> WORDS = List.of("free", "hello", "now");
    private static final VectorColumn MESSAGES =
            VectorColumn.of("message", WORDS, new int[] {0, 2, 2, 3}, new int[] {0, 2, 1}, 0.5, 0.25, 3);

    @Test
    void a_row_reads_as_its_places_that_are_not_zero() {
        assertThat(MESSAGES.size()).isEqualTo(3);
        assertThat(MESSAGES.places()).isEqualTo(3);
        assertThat(MESSAGES.text(0)).isEqualTo("3 places, free: 0.5, now: 0.25");
        assertThat(MESSAGES.text(1)).isEqualTo("3 places");
        assertThat(MESSAGES.text(2)).isEqualTo("3 places, hello: 3.0");
        assertThat(MESSAGES.type().numeric()).isFalse();
    }

    @Test
    void rows_slices_and_parts_laid_end_to_end_keep_their_numbers() {
        var again = MESSAGES.rows(2, 0, 0);

        assertThat(again.text(0)).isEqualTo(MESSAGES.text(2));
        assertThat(again.text(2)).isEqualTo(MESSAGES.text(0));
        assertThat(Column.concat(List.of(MESSAGES.slice(0, 1), MESSAGES.slice(1, 1), MESSAGES.slice(1, 3))))
                .isEqualTo(MESSAGES);
        assertThat(MESSAGES.named("text").rows(0, 1, 2)).isEqualTo(MESSAGES.named("text"));
    }

    @Test
    void places_out_of_order_or_beyond_the_width_are_refused() {
        assertThatThrownBy(() -> VectorColumn.of("message", WORDS, new int[] {0, 2}, new int[] {1, 1}, 1, 1))
                .hasMessageContaining("column 'message', row 0: place 1 after 1 of 3");
        assertThatThrownBy(() -> VectorColumn.of("message", WORDS, new int[] {0, 1}, new int[] {3}, 1))
                .hasMessageContaining("place 3");
        assertThatThrownBy(() -> VectorColumn.of("message", WORDS, new int[] {0, 2}, new int[] {1}, 1))
                .hasMessageContaining("do not cover");
    }

    @Test
    void numbered_places_have_names_that_take_no_memory() {
        var names = VectorColumn.numbered(1 << 20);

        assertThat(names).hasSize(1 << 20).startsWith("#0", "#1").endsWith("#1048575");
        assertThat(VectorColumn.numbered(2)).isEqualTo(List.of("#0", "#1"));
    }

    @Test
    void no_data_have_vectors() {
        assertThat(ColumnType.ofData()).hasSize(6).doesNotContain(ColumnType.VECTOR);
    }
}
