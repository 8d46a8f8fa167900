package dev.slipway.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlindDealTest {
    @Test
    void the_chance_of_many_marks_in_a_small_group_is_counted_exactly() {
        var deal = new BlindDeal(10, 4);

        // Three rows of ten with four marks: 4 of the 120 ways have three marks, 4·3·6/2 = 36 have two.
        assertThat(deal.atLeast(3, 3)).isCloseTo(4 / 120.0, within(1e-15));
        assertThat(deal.atLeast(3, 2)).isCloseTo(40 / 120.0, within(1e-15));
        assertThat(deal.atLeast(3, 0)).isEqualTo(1);
        assertThat(deal.atLeast(9, 3)).isEqualTo(1);
        assertThat(deal.atLeast(9, 4)).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void all_ways_together_are_certain_however_many_rows() {
        var deal = new BlindDeal(100_000, 10_000);

        double below = 1 - deal.atLeast(5_000, 501);

        assertThat(deal.atLeast(5_000, 500)).isBetween(0.5, 0.52);
        assertThat(below + deal.atLeast(5_000, 501)).isCloseTo(1, within(1e-12));
        assertThat(deal.atLeast(5_000, 700)).isBetween(1e-23, 1e-19);
    }

    @Test
    void lifts_compare_with_the_share_of_all_rows_and_have_wilsons_interval() {
        var deal = new BlindDeal(1_000, 100);

        assertThat(deal.lift(50, 15)).isCloseTo(3, within(1e-12));
        // Wilson's interval of 15 of 50 is 0.1910 to 0.4375 (Newcombe 1998).
        assertThat(deal.bound(50, 15, -1)).isCloseTo(1.910, within(1e-3));
        assertThat(deal.bound(50, 15, 1)).isCloseTo(4.375, within(1e-3));
    }
}
