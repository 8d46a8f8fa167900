package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.engine.MergeableContract;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DistributionTest {
    private static final double[] ROWS = new SplittableRandom(5)
            .doubles(500, -1, 1)
            .map(value -> value * StrictMath.pow(10, value * 20))
            .toArray();

    private static double[] chosen(List<Integer> rows) {
        return rows.stream().mapToDouble(row -> ROWS[row]).toArray();
    }

    /** With room for all. */
    @Nested
    final class Exact extends MergeableContract<Distribution> {
        @Override
        protected Distribution empty() {
            return Distribution.of(1_000);
        }

        @Override
        protected Distribution of(List<Integer> rows) {
            return Distribution.of(1_000, chosen(rows));
        }
    }

    /** With less room than there are distinct numbers. */
    @Nested
    final class Coarse extends MergeableContract<Distribution> {
        @Override
        protected Distribution empty() {
            return Distribution.of(100);
        }

        @Override
        protected Distribution of(List<Integer> rows) {
            return Distribution.of(100, chosen(rows));
        }
    }

    @Test
    void quantiles_lie_between_order_statistics() {
        var some = Distribution.of(10, 4, 1, 3, 2);

        assertThat(some.quantile(0)).isEqualTo(Figure.exact(1));
        assertThat(some.quantile(0.5)).isEqualTo(Figure.exact(2.5));
        assertThat(some.quantile(1)).isEqualTo(Figure.exact(4));
        assertThat(Distribution.of(10).quantile(0.5).value()).isNaN();
    }

    @Test
    void several_quantiles_are_what_each_is_alone() {
        var random = new SplittableRandom(11);
        double[] shares = DoubleStream.concat(
                        DoubleStream.of(0, 1), random.doubles(500).map(share -> Math.round(share * 99) / 99.0))
                .sorted()
                .toArray();
        for (int most : new int[] {5, 10_000}) {
            var some = Distribution.of(most, random.doubles(100).map(Math::sqrt).toArray());

            double[] together = some.quantiles(shares);

            for (int i = 0; i < shares.length; i++) {
                assertThat(together[i]).isEqualTo(some.quantile(shares[i]).value());
            }
        }
        assertThat(Distribution.of(10).quantiles(0.2, 0.8)).containsOnly(Double.NaN);
    }

    @Test
    void beyond_its_room_a_quantile_is_within_the_error_it_says() {
        double[] values = new SplittableRandom(1).doubles(100_000, -50, 1_000).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        var coarse = Distribution.of(1_000, values);

        assertThat(coarse.isExact()).isFalse();
        for (double q : new double[] {0.001, 0.01, 0.04, 0.1, 0.5, 0.9, 0.999}) {
            var figure = coarse.quantile(q);
            double truth = sorted[(int) (q * (sorted.length - 1))];
            assertThat(figure.exact()).isFalse();
            assertThat(figure.value()).as("q %s", q).isCloseTo(truth, within(figure.error() + 0.02));
            assertThat(figure.error()).isLessThanOrEqualTo(Math.abs(truth) / 500 + 0.01);
        }
    }

    @Test
    void zeros_and_negatives_are_counted_exactly_even_beyond_its_room() {
        double[] values = new SplittableRandom(1).doubles(10_000, -1, 1).toArray();
        values[3] = -0.0;
        values[4] = 0.0;

        var coarse = Distribution.of(100, values);

        assertThat(coarse.zeros()).isEqualTo(2);
        assertThat(coarse.negatives())
                .isEqualTo(Arrays.stream(values).filter(value -> value < 0).count());
    }

    @Test
    void a_histogram_counts_every_number_once() {
        var some = Distribution.of(10, 0, 1, 2, 3, 4, 4, 4);

        assertThat(some.histogram(4, 0, 4))
                .isEqualTo(new Histogram(List.of(0.0, 1.0, 2.0, 3.0, 4.0), List.of(1L, 1L, 1L, 4L), true));
        assertThat(Distribution.of(10, 7, 7).histogram(2, 7, 7).counts()).containsExactly(0L, 2L);
        assertThat(Distribution.of(2, new SplittableRandom(1).doubles(999, 1, 9).toArray())
                        .histogram(30, 1, 9)
                        .counts())
                .hasSize(30)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(999));
    }

    @Test
    void weights_are_repetitions() {
        var repeated = Distribution.of(10, 2, 2, 2, 5, 5);

        assertThat(Distribution.weighted(10, new double[] {5, 2, 5}, 1, 3, 1)).isEqualTo(repeated);
        assertThat(repeated.outside(2, 4)).isEqualTo(2);
    }
}
