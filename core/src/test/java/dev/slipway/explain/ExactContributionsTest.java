package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.expression.Expression;
import dev.slipway.model.ConstantModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.RuleModel;
import dev.slipway.model.Target;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactContributionsTest {
    private static final Target TARGET = new Target.Classes("bought", List.of("no", "yes"));

    @Test
    void a_rule_is_shared_out_by_the_orders_in_which_its_columns_become_known() {
        var rule = new RuleModel(Expression.parse("CASE WHEN a > 1 AND b > 1 THEN 0.9 ELSE 0.1 END"), TARGET);
        var background = Table.of(NumberColumn.of("a", 0, 2), NumberColumn.of("b", 0, 0));
        var row = Table.of(NumberColumn.of("a", 5), NumberColumn.of("b", 5));

        var found = ExactContributions.of(new FittedPipeline(List.of(), rule, TARGET), background)
                .orElseThrow()
                .of(row)
                .get(0);

        // Nothing known: 0.1. a alone: 0.1; b alone: (0.1 + 0.9) / 2; both: 0.9.
        assertThat(found.label()).isEqualTo("yes");
        assertThat(found.base()).isCloseTo(0.1, within(1e-12));
        assertThat(found.columns().get(0).name()).isEqualTo("b");
        assertThat(found.columns().get(0).amount()).isCloseTo((0.4 + 0.8) / 2, within(1e-12));
        assertThat(found.columns().get(1).amount()).isCloseTo((0.0 + 0.4) / 2, within(1e-12));
        assertThat(found.margin()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void the_probabilities_of_passengers_are_shared_out_as_all_orders_of_the_columns_do() {
        var golden = Titanic.golden();
        var wanted = golden.path("shapley_logistic_interventional").path("probability");
        var passengers = Titanic.standardised(golden);
        var background = passengers.rows(Titanic.teaching()).slice(0, 50);
        var exact = ExactContributions.of(new FittedPipeline(List.of(), Titanic.logistic(golden), TARGET), background)
                .orElseThrow();

        for (int row = 0; row < 5; row++) {
            int passenger = Titanic.judging()[row];
            var found = exact.of(passengers.slice(passenger, passenger + 1)).get(0);

            assertThat(found.base()).isCloseTo(wanted.path(row).path("base").doubleValue(), within(1e-9));
            assertThat(found.margin())
                    .isCloseTo(wanted.path(row).path("prediction").doubleValue(), within(1e-9));
            for (var column : found.columns()) {
                int place = Titanic.FEATURES.indexOf(column.name());
                assertThat(column.amount())
                        .isCloseTo(wanted.path(row).path("phi").path(place).doubleValue(), within(1e-9));
            }
        }
    }

    @Test
    void a_model_that_reads_nothing_has_nothing_to_share_out() {
        var constant = new FittedPipeline(List.of(), new ConstantModel(List.of(0.4, 0.6)), TARGET);

        assertThat(ExactContributions.of(constant, Table.of(NumberColumn.of("a", 1))))
                .isEmpty();
    }
}
