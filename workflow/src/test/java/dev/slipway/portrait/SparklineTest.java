package dev.slipway.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void the_highest_bar_is_full_and_what_is_there_at_all_is_seen() {
        assertThat(Sparkline.of(List.of(8.0, 4.0, 0.0, 0.001), 10, true)).isEqualTo("█▄ ▁");
    }

    @Test
    void a_screen_without_blocks_gets_ascii() {
        assertThat(Sparkline.of(List.of(8.0, 4.0, 0.0, 0.001), 10, false))
                .isEqualTo("#: _")
                .isASCII();
    }

    @Test
    void many_bars_are_shared_out_evenly() {
        assertThat(Sparkline.of(Collections.nCopies(17, 5.0), 10, true)).isEqualTo("██████████");
    }

    @Test
    void nothing_is_an_empty_line() {
        assertThat(Sparkline.of(List.of(), 10, true)).isEmpty();
        assertThat(Sparkline.of(List.of(0.0, 0.0), 10, true)).isEqualTo("  ");
    }
}
