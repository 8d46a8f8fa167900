package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.ByColumn;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinsTest extends TransformerContract<ByColumn<Numbers>> {
    @Override
    protected Transformer<ByColumn<Numbers>> step() {
        return new Bins(List.of(), 5, Bins.By.QUANTILE, false);
    }

    private static Table column(double... numbers) {
        return Table.of(NumberColumn.of("n", numbers));
    }

    private static Table wide(boolean oneHot, Table table) {
        return new Bins(List.of(), 4, Bins.By.WIDTH, oneHot)
                .fit(column(0, 1, 1, 8))
                .apply(table);
    }

    @Test
    void an_interval_holds_its_lower_edge_and_the_outer_ones_reach_to_infinity() {
        assertThat(wide(false, column(-9, 0, 1.9, 2, 5.9, 6, 8, 1e9)))
                .isEqualTo(Table.of(IntegerColumn.of("n", 0, 0, 0, 1, 2, 3, 3, 3)));
    }

    @Test
    void an_interval_can_have_a_column_of_its_own() {
        assertThat(wide(true, column(1, 7)))
                .isEqualTo(Table.of(
                        BooleanColumn.of("n=0", true, false),
                        BooleanColumn.of("n=1", false, false),
                        BooleanColumn.of("n=2", false, false),
                        BooleanColumn.of("n=3", false, true)));
    }

    @Test
    void what_is_missing_or_no_number_is_in_no_interval() {
        var missing = Table.of(NumberColumn.of("n", Missing.where(2, row -> row == 0), 0, Double.NaN));

        assertThat(wide(false, missing))
                .isEqualTo(Table.of(IntegerColumn.of("n", Missing.where(2, row -> true), 0, 0)));
        assertThat(wide(true, missing).columns())
                .allSatisfy(column ->
                        assertThat(column.number(0) + column.number(1)).isZero());
    }

    @Test
    void a_column_that_never_changes_is_one_interval() {
        for (var by : Bins.By.values()) {
            var fitted = new Bins(List.of(), 4, by, false).fit(column(3, 3));

            assertThat(fitted.apply(column(1, 3, 5))).isEqualTo(Table.of(IntegerColumn.of("n", 0, 0, 0)));
        }
    }

    @Test
    void a_number_of_intervals_beyond_its_limits_is_refused() {
        for (int count : new int[] {0, 1, Bins.MOST_BINS + 1}) {
            assertThatThrownBy(() -> new Bins(List.of(), count, Bins.By.WIDTH, false))
                    .hasMessageContaining("cannot cut into " + count + " intervals");
        }
    }

    @Test
    void a_name_that_another_column_has_is_a_problem() {
        assertThatThrownBy(() -> wide(true, column(1).with(NumberColumn.of("n=1", 0))))
                .hasMessageContaining("TRANSFORM-NAME-TAKEN")
                .hasMessageContaining("column 'n=1'");
    }
}
