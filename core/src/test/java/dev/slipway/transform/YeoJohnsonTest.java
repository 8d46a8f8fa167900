package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.statistic.ByColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.TransformerContract;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class YeoJohnsonTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new YeoJohnson(List.of());
    }

    private static FittedYeoJohnson fitted(double... numbers) {
        return (FittedYeoJohnson) new YeoJohnson(List.of()).fit(Table.of(NumberColumn.of("n", numbers)));
    }

    private static double lambda(double... numbers) {
        return fitted(numbers).bends().get(0).power().lambda();
    }

    @Test
    void a_logarithm_of_normal_numbers_is_undone() {
        double[] normal = normal(20_000);
        double[] bent = Arrays.stream(normal).map(n -> StrictMath.expm1(n + 5)).toArray();

        assertThat(lambda(bent)).isCloseTo(0, within(0.02));
        assertThat(lambda(normal)).isCloseTo(1, within(0.02));
    }

    private static double[] normal(int count) {
        var random = new SplittableRandom(5);
        return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
    }

    @Test
    void numbers_far_from_zero_are_kept_apart() {
        double[] years = DoubleStream.iterate(2001, year -> year + 1).limit(24).toArray();
        var table = Table.of(NumberColumn.of("n", years));

        var after = fitted(years).apply(table).column("n");

        for (int row = 1; row < years.length; row++) {
            assertThat(after.number(row) - after.number(row - 1)).isBetween(0.01, 1.0);
        }
    }

    @Test
    void mirrored_numbers_have_the_mirrored_power() {
        double[] numbers = {0, 1, 1, 2, 3, 5, 8, 13, 21, 34};
        double[] mirrored = Arrays.stream(numbers).map(n -> -n).toArray();

        assertThat(lambda(mirrored)).isCloseTo(2 - lambda(numbers), within(1e-6));
    }

    @Test
    void the_order_of_numbers_is_kept_also_beyond_those_of_training() {
        double[] mixed = {-4, -1, 0, 2, 3, 10, 50};
        for (var training : List.of(mixed, new double[] {1, 5, 6}, new double[] {-1, -5, -6})) {
            var after = fitted(training)
                    .apply(Table.of(NumberColumn.of("n", -1e6, -3, -1, -1e-9, 0, 1e-9, 1, 3, 1e6)))
                    .column("n");

            for (int row = 1; row < after.size(); row++) {
                assertThat(after.number(row)).isGreaterThan(after.number(row - 1));
            }
        }
    }

    @Test
    void many_distinct_numbers_have_nearly_the_power_of_all_of_them() {
        double[] skewed = Arrays.stream(normal(2 * YeoJohnson.MOST_DISTINCT))
                .map(n -> StrictMath.exp(n / 2))
                .toArray();

        double exact = lambda(Arrays.copyOf(skewed, YeoJohnson.MOST_DISTINCT));

        assertThat(lambda(skewed)).isCloseTo(exact, within(0.02));
    }

    @Test
    void numbers_too_large_to_be_bent_are_refused_by_name() {
        assertThatThrownBy(() -> fitted(-1e308, 0, 1e308))
                .hasMessageContaining("TRANSFORM-TOO-LARGE")
                .hasMessageContaining("column 'n'");
    }
}
