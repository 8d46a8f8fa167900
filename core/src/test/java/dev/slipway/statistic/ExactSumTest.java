package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.MergeableContract;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExactSumTest extends MergeableContract<ExactSum> {
    private static final double[] ROWS = nasty(500, 11);

    @Override
    protected ExactSum empty() {
        return ExactSum.ZERO;
    }

    @Override
    protected ExactSum of(List<Integer> rows) {
        return ExactSum.of(rows.stream().mapToDouble(row -> ROWS[row]).toArray());
    }

    @Test
    void cancellation_loses_nothing() {
        assertThat(ExactSum.of(1e308, 1, -1e308).value()).isEqualTo(1);
        assertThat(ExactSum.of(1e16, 1, 1e-30, -1e16, -1).value()).isEqualTo(1e-30);
    }

    @Test
    void a_sum_may_leave_the_range_of_doubles_and_come_back() {
        double max = Double.MAX_VALUE;

        assertThat(ExactSum.of(max, max, max, -max, -max).value()).isEqualTo(max);
        assertThat(ExactSum.of(max, max).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ExactSum.of(-max, -max).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ExactSum.of(max, max).dividedBy(2)).isEqualTo(max);
    }

    @Test
    void ties_go_to_the_even_neighbour_unless_something_tips_them() {
        double one = 1;
        double half = Math.ulp(1.0) / 2;

        assertThat(ExactSum.of(one, half).value()).isEqualTo(1);
        assertThat(ExactSum.of(one, half, Double.MIN_VALUE).value()).isEqualTo(Math.nextUp(1.0));
        assertThat(ExactSum.of(Math.nextUp(1.0), half).value()).isEqualTo(1 + 2 * Math.ulp(1.0));
    }

    @Test
    void subnormal_numbers_count() {
        assertThat(ExactSum.of(Double.MIN_VALUE, Double.MIN_VALUE).value()).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(ExactSum.of(Double.MIN_NORMAL, -Double.MIN_VALUE).value())
                .isEqualTo(Math.nextDown(Double.MIN_NORMAL));
        assertThat(ExactSum.of(Double.MIN_VALUE).dividedBy(2)).isZero();
        assertThat(ExactSum.of(3 * Double.MIN_VALUE).dividedBy(2)).isEqualTo(2 * Double.MIN_VALUE);
    }

    @Test
    void infinities_and_nan_follow_the_stated_rules() {
        double infinity = Double.POSITIVE_INFINITY;

        assertThat(ExactSum.of(1, infinity, infinity).value()).isEqualTo(infinity);
        assertThat(ExactSum.of(-infinity, 1e308).value()).isEqualTo(-infinity);
        assertThat(ExactSum.of(infinity).merge(ExactSum.of(-infinity)).value()).isNaN();
        assertThat(ExactSum.of(1, Double.NaN, infinity).value()).isNaN();
        assertThat(Double.doubleToRawLongBits(ExactSum.of(-0.0, -0.0).value())).isZero();
        assertThat(ExactSum.ZERO.dividedBy(0)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_numbers_of_every_size_sum_as_they_do_in_decimal(long seed) {
        double[] values = nasty(5_000, seed);
        BigDecimal exact = BigDecimal.ZERO;
        for (double value : values) {
            exact = exact.add(new BigDecimal(value));
        }

        ExactSum sum = ExactSum.of(values);

        assertThat(new BigDecimal(sum.units()).multiply(new BigDecimal(Double.MIN_VALUE)))
                .isEqualByComparingTo(exact);
        assertThat(sum.value()).isEqualTo(exact.doubleValue());
        assertThat(ExactSum.of(values.length, i -> values[i])).isEqualTo(sum);
    }

    @Test
    void many_large_numbers_of_one_sign_do_not_overflow_a_chunk() {
        double value = Math.nextDown(0x1p31);

        ExactSum sum = ExactSum.of(200_000, i -> -value);

        assertThat(sum.value())
                .isEqualTo(new BigDecimal(-value)
                        .multiply(BigDecimal.valueOf(200_000))
                        .doubleValue());
        assertThat(sum.dividedBy(200_000)).isEqualTo(-value);
    }

    @Test
    void squares_are_exact() {
        double[] values = {1 + 0x1p-50, 1e9 + 4, -3.7e-100, 1e150, 0x1.fffffffffffffp-300};
        BigDecimal exact = BigDecimal.ZERO;
        for (double value : values) {
            exact = exact.add(new BigDecimal(value).pow(2));
        }

        ExactSum squares = ExactSum.ofSquares(values, 0, values.length);

        assertThat(new BigDecimal(squares.units()).multiply(new BigDecimal(Double.MIN_VALUE)))
                .isEqualByComparingTo(exact);
    }

    @Test
    void a_square_beyond_a_double_is_an_infinity() {
        assertThat(ExactSum.ofSquares(new double[] {1e200, Double.NEGATIVE_INFINITY}, 0, 2)
                        .value())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ExactSum.ofSquares(new double[] {Double.NaN}, 0, 1).value()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_ratio_is_rounded_as_decimal_division_rounds_it(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            long top = random.nextLong() >> random.nextInt(63);
            long bottom = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));

            double ratio = Rounding.ratio(BigInteger.valueOf(top), BigInteger.valueOf(bottom), 0);

            var exact = new BigDecimal(top).divide(new BigDecimal(bottom), new java.math.MathContext(400));
            assertThat(ratio).as("%d / %d", top, bottom).isEqualTo(exact.doubleValue());
        }
    }

    /** Finite doubles of every exponent, subnormals included, in runs that cancel. */
    private static double[] nasty(int count, long seed) {
        var random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            boolean cancels = i > 0 && random.nextInt(3) == 0;
            values[i] = cancels ? -values[random.nextInt(i)] : Double.isFinite(value) ? value : 1;
        }
        return values;
    }
}
