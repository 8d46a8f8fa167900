package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import dev.slipway.testkit.TransformerContract;
import dev.slipway.transform.Cyclic.Of;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclicTest extends TransformerContract<ByColumn<Nothing>> {
    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Cyclic(List.of("boarded"), new Of.Parts(List.of(TimePart.HOUR, TimePart.WEEKDAY)), true);
    }

    private static Table round(double period, double... numbers) {
        var table = Table.of(NumberColumn.of("n", numbers));
        return new Cyclic(List.of("n"), new Of.Period(period), false).fit(table).apply(table);
    }

    @Test
    void a_quarter_of_the_way_round_is_at_the_top() {
        var after = round(24, 0, 6, 12, 18);

        assertThat(after.names()).containsExactly("n_sin", "n_cos");
        double[] sines = {0, 1, 0, -1};
        double[] cosines = {1, 0, -1, 0};
        for (int row = 0; row < 4; row++) {
            assertThat(after.column("n_sin").number(row)).isCloseTo(sines[row], within(1e-15));
            assertThat(after.column("n_cos").number(row)).isCloseTo(cosines[row], within(1e-15));
        }
    }

    @Test
    void whole_times_round_change_no_bit() {
        assertThat(round(7, 3, -2)).isEqualTo(round(7, 3 + 7 * 1e9, -2 - 7 * 1e9));
    }

    @Test
    void the_hour_of_a_time_goes_round_in_a_day() {
        var table = Table.of(TimestampColumn.of("t", 6 * 3_600_000_000L));

        var after = new Cyclic(List.of(), new Of.Parts(List.of(TimePart.HOUR)), false)
                .fit(table)
                .apply(table);

        assertThat(after.names()).containsExactly("t_hour_sin", "t_hour_cos");
        assertThat(after.column("t_hour_sin").number(0)).isEqualTo(1);
    }

    @Test
    void what_cannot_go_round_is_refused() {
        assertThatThrownBy(() -> new Of.Period(0)).hasMessageContaining("nothing begins again after 0.0");
        assertThatThrownBy(() -> new Of.Parts(List.of(TimePart.YEAR)))
                .hasMessageContaining("a year never begins again");
        assertThatThrownBy(() -> new Cyclic(List.of(), new Of.Period(24), false))
                .hasMessageContaining("it is not said which numbers begin again");
    }
}
