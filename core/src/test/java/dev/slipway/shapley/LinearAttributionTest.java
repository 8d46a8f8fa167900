package dev.slipway.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.explain.Titanic;
import dev.slipway.model.LinearFunction;
import dev.slipway.model.LinearModel;
import dev.slipway.shapley.Shares.Share;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearAttributionTest {
    private static final LinearModel TWO =
            new LinearModel(List.of("a", "b"), List.of(1.0, 10.0), new LinearFunction(0.5, new double[] {2, -1}));

    @Test
    void a_column_adds_its_weight_times_the_way_from_its_mean_in_training() {
        var row = Table.of(NumberColumn.of("a", 4), NumberColumn.of("b", Double.NaN));

        var shares = LinearAttribution.of(TWO).shares(row).get(0);

        assertThat(shares.base()).isEqualTo(0.5 + 2 - 10);
        assertThat(shares.shares()).containsExactly(new Share("a", "a", 6), new Share("b", "b", -0.0));
    }

    @Test
    void another_background_can_be_named() {
        var row = Table.of(NumberColumn.of("a", 4), NumberColumn.of("b", 0));
        var background = Table.of(NumberColumn.of("a", 0, 6), NumberColumn.of("b", Double.NaN, 20));

        var shares = LinearAttribution.against(TWO, background).shares(row).get(0);

        assertThat(shares.base()).isEqualTo(0.5 + 2 * 3 - 15);
        assertThat(shares.shares()).containsExactly(new Share("a", "a", 2), new Share("b", "b", 15));
    }

    @Test
    void each_word_of_a_message_adds_on_its_own_and_the_missing_ones_together() {
        var model = new LinearModel(
                List.of("message", "b"), List.of(0.0, 10.0), new LinearFunction(0, new double[] {1, 2, 4, -1}));
        var names = List.of("free", "hello", "now");
        var row = Table.of(
                VectorColumn.of("message", names, new int[] {0, 1}, new int[] {2}, 0.5), NumberColumn.of("b", 10));
        var background = Table.of(
                VectorColumn.of("message", names, new int[] {0, 2, 2}, new int[] {0, 2}, 1, 1),
                NumberColumn.of("b", 10, 10));

        var none = LinearAttribution.of(model).shares(row).get(0);
        var usual = LinearAttribution.against(model, background).shares(row).get(0);

        assertThat(none.base()).isEqualTo(-10);
        assertThat(none.shares()).contains(new Share("message", "message=now", 2));
        assertThat(usual.base()).isEqualTo(0.5 + 2 - 10);
        assertThat(usual.shares())
                .startsWith(new Share("message", "message=now", 0), new Share("message", "message=(all others)", -0.5));
    }

    @Test
    void the_log_odds_of_passengers_are_shared_out_as_all_orders_of_the_columns_do() {
        var golden = Titanic.golden();
        var model = Titanic.logistic(golden);
        var passengers = Titanic.standardised(golden);
        var background = passengers.rows(Titanic.teaching()).slice(0, 50);
        var attribution = LinearAttribution.against(model, background);
        var wanted = golden.path("shapley_logistic_interventional").path("log_odds");

        for (int row = 0; row < 5; row++) {
            int passenger = Titanic.judging()[row];
            var shares = attribution
                    .shares(passengers.slice(passenger, passenger + 1))
                    .get(0);

            assertThat(shares.base()).isCloseTo(wanted.path(row).path("base").doubleValue(), within(1e-9));
            for (int column = 0; column < 6; column++) {
                assertThat(shares.shares().get(column).amount())
                        .isCloseTo(wanted.path(row).path("phi").path(column).doubleValue(), within(1e-9));
            }
        }
    }
}
