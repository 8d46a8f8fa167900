package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.ByColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new Quantile(List.of(), 100);
    }

    private static Table column(double... numbers) {
        return Table.of(NumberColumn.of("n", numbers));
    }

    @Test
    void numbers_become_their_share_of_training_and_what_lies_beyond_the_ends_stays_at_them() {
        var fitted = new Quantile(List.of(), 5).fit(column(0, 1, 2, 3, 100));

        assertThat(fitted.apply(column(-5, 0, 1.5, 51.5, 100, 900))).isEqualTo(column(0, 0, 0.375, 0.875, 1, 1));
    }

    @Test
    void a_number_that_is_several_quantiles_gets_the_middle_of_their_places() {
        var fitted = new Quantile(List.of(), 5).fit(column(1, 2, 2, 2, 3));

        assertThat(fitted.apply(column(2, 1.5, 2.5))).isEqualTo(column(0.5, 0.125, 0.875));
    }

    @Test
    void a_column_that_never_changes_has_two_sides() {
        var fitted = new Quantile(List.of(), 5).fit(column(4, 4, 4));

        assertThat(fitted.apply(column(3, 4, 5))).isEqualTo(column(0, 0, 1));
    }

    @Test
    void fewer_numbers_than_quantiles_are_enough() {
        assertThat(new Quantile(List.of(), 1_000).fit(column(7, 9)).apply(column(8)))
                .isEqualTo(column(0.5));
    }

    @Test
    void a_number_of_quantiles_beyond_its_limits_is_refused() {
        for (int quantiles : new int[] {-1, 1, Quantile.MOST_QUANTILES + 1}) {
            assertThatThrownBy(() -> new Quantile(List.of(), quantiles))
                    .hasMessageContaining("TRANSFORM-RANGE")
                    .hasMessageContaining(Integer.toString(quantiles));
        }
    }
}
