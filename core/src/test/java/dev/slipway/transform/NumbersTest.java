package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void many_columns_share_the_room_that_one_would_have() {
        assertThat(Numbers.room(1)).isEqualTo(1_000_000);
        assertThat(Numbers.room(50)).isEqualTo(1_000_000);
        assertThat(Numbers.room(500)).isEqualTo(100_000);
        assertThat(Numbers.room(5_000)).isEqualTo(10_000);
        assertThat(Numbers.room(1_000_000)).isEqualTo(5_000);
        assertThat(Numbers.room(0)).isEqualTo(1_000_000);
    }
}
