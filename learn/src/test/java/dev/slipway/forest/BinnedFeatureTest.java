package dev.slipway.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinnedFeatureTest {
    private static int[] codes(BinnedFeature feature, int rows) {
        return IntStream.range(0, rows).map(feature::code).toArray();
    }

    @Test
    void few_values_have_a_bin_each_and_missing_ones_the_last() {
        var feature = BinnedFeature.of(new double[] {5, -1, Double.NaN, 5, 0.0, -0.0}, 8);

        assertThat(codes(feature, 6)).containsExactly(2, 0, 3, 2, 1, 1);
        assertThat(feature.missing()).isEqualTo(3);
        assertThat(feature.between(0, 1)).isEqualTo(-0.5);
        assertThat(feature.between(0, 2)).isEqualTo(2);
    }

    @Test
    void many_values_share_bins_of_as_many_rows() {
        double[] values = new SplittableRandom(1).doubles(1000).toArray();

        var feature = BinnedFeature.of(values, 10);

        assertThat(feature.missing()).isEqualTo(10);
        var members = new int[10];
        for (int row = 0; row < values.length; row++) {
            members[feature.code(row)]++;
        }
        assertThat(members).containsOnly(100);
    }

    @Test
    void rows_of_one_value_are_never_parted() {
        double[] values =
                IntStream.range(0, 100).mapToDouble(i -> i < 90 ? 7 : i).toArray();

        var feature = BinnedFeature.of(values, 4);

        assertThat(IntStream.range(0, 90).map(feature::code).distinct().count()).isEqualTo(1);
        assertThat(feature.missing()).isEqualTo(4);
    }

    @Test
    void neighbours_without_a_number_between_them_are_told_apart() {
        double low = 1;
        double high = Math.nextUp(low);

        var feature = BinnedFeature.of(new double[] {low, high}, 4);

        assertThat(feature.between(0, 1)).isEqualTo(low);
    }

    @Test
    void the_largest_numbers_do_not_overflow() {
        var feature = BinnedFeature.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 4);

        assertThat(feature.between(0, 1)).isZero();
    }

    @Test
    void nothing_but_missing_values_is_a_single_bin() {
        var feature = BinnedFeature.of(new double[] {Double.NaN, Double.NaN}, 4);

        assertThat(codes(feature, 2)).containsExactly(0, 0);
        assertThat(feature.missing()).isZero();
    }
}
