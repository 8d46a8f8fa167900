package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NeighboursTest {
    @Test
    void a_machine_whose_cores_are_free_is_quiet() {
        assertThat(Neighbours.areQuiet("0.20 0.18 0.12 1/80 11206", 2, 2)).isTrue();
        assertThat(Neighbours.areQuiet("9.99 0.18 0.12 4/80 11206", 2, 2)).isTrue();
    }

    @Test
    void a_machine_on_which_others_run_is_not() {
        assertThat(Neighbours.areQuiet("0.00 0.00 0.00 5/80 11206", 2, 2)).isFalse();
        assertThat(Neighbours.areQuiet("0.00 0.00 0.00 5/80 11206", 1, 2)).isTrue();
        assertThat(Neighbours.areQuiet("17.2 16.1 15.0 19/412 11206", 2, 2)).isFalse();
    }

    @Test
    void what_cannot_be_read_is_not_quiet() {
        assertThat(Neighbours.areQuiet("", 1, 64)).isFalse();
        assertThat(Neighbours.areQuiet("0.00 0.00 0.00 many/80 1", 1, 64)).isFalse();
    }
}
