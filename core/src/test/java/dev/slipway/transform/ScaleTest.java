package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ByColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import dev.slipway.transform.Scale.By;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new Scale(List.of());
    }

    @Test
    void a_column_without_variance_is_only_shifted() {
        var fitted = new Scale(List.of()).fit(Table.of(NumberColumn.of("same", 2, 2, 2)));

        assertThat(fitted.apply(Table.of(NumberColumn.of("same", 2, 5))))
                .isEqualTo(Table.of(NumberColumn.of("same", 0, 3)));
    }

    @Test
    void a_column_without_any_value_stays_as_it_is() {
        var nothing = Table.of(NumberColumn.of("age", Missing.where(2, row -> true), 0, 0));

        var fitted = new Scale(List.of()).fit(nothing);

        assertThat(fitted.apply(nothing)).isEqualTo(nothing);
        assertThat(fitted.apply(Table.of(NumberColumn.of("age", 40)))).isEqualTo(Table.of(NumberColumn.of("age", 40)));
    }

    private static Table scaled(Scale.By by, double[] training, double... numbers) {
        return new Scale(List.of(), by)
                .fit(Table.of(NumberColumn.of("n", training)))
                .apply(Table.of(NumberColumn.of("n", numbers)));
    }

    private static Table column(double... numbers) {
        return Table.of(NumberColumn.of("n", numbers));
    }

    @Test
    void the_smallest_and_the_largest_go_to_the_ends_of_the_range_and_others_beyond_it_unless_clipped() {
        double[] training = {10, 20, 30};

        assertThat(scaled(new By.MinMax(0, 1, false), training, 10, 25, 30, 50)).isEqualTo(column(0, 0.75, 1, 2));
        assertThat(scaled(new By.MinMax(-1, 1, true), training, 10, 25, 50, -9)).isEqualTo(column(-1, 0.5, 1, -1));
    }

    @Test
    void a_column_without_a_range_is_only_shifted_whatever_it_is_scaled_by() {
        double[] training = {5, 5};

        assertThat(scaled(new By.MinMax(0, 1, false), training, 5, 7)).isEqualTo(column(0, 2));
        assertThat(scaled(new By.Robust(), training, 5, 7)).isEqualTo(column(0, 2));
        assertThat(scaled(new By.MaxAbs(), new double[] {0, 0}, 5, 7)).isEqualTo(column(5, 7));
    }

    @Test
    void what_lies_far_out_changes_nothing_between_the_quartiles() {
        assertThat(scaled(new By.Robust(), new double[] {1, 2, 3, 4, 5}, 3, 5))
                .isEqualTo(scaled(new By.Robust(), new double[] {1, 2, 3, 4, 5e9}, 3, 5))
                .isEqualTo(column(0, 1));
    }

    @Test
    void the_largest_size_goes_to_one_and_zero_stays() {
        assertThat(scaled(new By.MaxAbs(), new double[] {-8, 2}, 0, 4, -8)).isEqualTo(column(0, 0.5, -1));
    }

    @Test
    void a_range_without_width_is_refused() {
        assertThatThrownBy(() -> new By.MinMax(1, 1, false))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("a range from 1.0 to 1.0 has no width");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_value_that_is_not_finite_is_refused_by_name(double value) {
        assertThatThrownBy(() -> new Scale(List.of()).fit(column(1, value)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-NOT-FINITE")
                .hasMessageContaining("column 'n'")
                .hasMessageContaining(Double.toString(value))
                .hasMessageContaining("- derive: {n: n + 0}");

        var mended = new Derive(List.of(new Derive.Derivation("n", "n + 0")))
                .fit(column(1, value))
                .apply(column(1, value));
        assertThat(new Scale(List.of()).fit(mended).apply(mended).column("n").isMissing(1))
                .isTrue();
    }

    @Test
    void numbers_whose_spread_no_double_holds_are_refused_by_name() {
        for (var by : List.of(new By.Standard(), new By.MinMax(0, 1, false), new By.Robust())) {
            assertThatThrownBy(() -> new Scale(List.of(), by).fit(column(-1e308, -1e308, 1e308, 1e308)))
                    .as("%s", by)
                    .hasMessageContaining("TRANSFORM-TOO-LARGE")
                    .hasMessageContaining("column 'n'");
        }
    }

    @Test
    void words_and_times_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> new Scale(List.of("sex")).fit(Passengers.of(9, 1)))
                .hasMessageContaining("the column is category and cannot be scaled")
                .hasMessageContaining("- onehot: {columns: [sex]}");
        assertThatThrownBy(() -> new Scale(List.of("boarded")).fit(Passengers.of(9, 1)))
                .hasMessageContaining("- time: {columns: [boarded]}");
    }
}
