package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest extends TransformerContract<ByColumn<Moments>> {
    @Override
    Transformer<ByColumn<Moments>> step() {
        return new Scale(List.of());
    }

    @Test
    void numbers_are_scaled_as_scikit_learn_scales_them_and_missing_ones_stay_missing() {
        var golden = ScikitLearn.read();

        var fitted = new Scale(ScikitLearn.NUMBERS).fit(golden.training());

        ScikitLearn.assertSame(
                fitted.apply(golden.others()),
                ScikitLearn.NUMBERS,
                golden.of("StandardScaler").path("new"));
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
}
