package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.explain.RowStep.Cell;
import dev.slipway.explain.RowStep.Change;
import dev.slipway.model.ConstantModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.LinearFunction;
import dev.slipway.model.LinearModel;
import dev.slipway.model.Link;
import dev.slipway.model.Target;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.Derive;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowContributionsTest {
    private static final Table ROWS = Table.of(
            NumberColumn.of("age", Missing.where(4, row -> row == 3), 20, 40, 60, 0),
            NumberColumn.of("price", 10, 20, 30, 40),
            TextColumn.of("cabin", "none", "suite", "none", "suite"));

    /** Behind the steps: age, age_missing, price, perYear (price / age), cabin=none, cabin=suite. */
    private static FittedPipeline pipeline() {
        var steps = new ArrayList<FittedTransformer>();
        var table = ROWS;
        for (var step : List.of(
                new Impute(List.of("age"), new Impute.Fill.Median(), true),
                new Derive(List.of(new Derive.Derivation("perYear", "price / age"))),
                new OneHot(List.of("cabin")))) {
            var fitted = step.fit(table);
            table = fitted.apply(table);
            steps.add(fitted);
        }
        var columns = List.of("age", "age_missing", "perYear", "cabin=none", "cabin=suite");
        var function = new LinearFunction(-1, new double[] {0.01, 2, 3, -0.5, 0.5});
        return new FittedPipeline(
                steps,
                new LinearModel(columns, List.of(40.0, 0.25, 0.5, 0.5, 0.5), function),
                new Target.Classes("bought", List.of("no", "yes")));
    }

    @Test
    void what_encoded_columns_add_is_summed_back_to_the_column_of_the_data() {
        var found = RowContributions.of(pipeline())
                .orElseThrow()
                .of(ROWS.slice(3, 4))
                .get(0);

        assertThat(found.label()).isEqualTo("yes");
        assertThat(found.columns().stream().map(Contribution::name))
                .containsExactlyInAnyOrder("age", "age and price", "cabin");
        assertThat(amount(found, "age")).isCloseTo(2 * 0.75, within(1e-12));
        assertThat(amount(found, "cabin")).isCloseTo(0.5, within(1e-12));
        assertThat(amount(found, "age and price")).isCloseTo(3 * 0.5, within(1e-12));
        assertThat(found.columns().get(2).parts()).hasSize(2);
    }

    private static double amount(Contributions found, String name) {
        return found.columns().stream()
                .filter(each -> each.name().equals(name))
                .mapToDouble(Contribution::amount)
                .sum();
    }

    @Test
    void the_base_and_the_amounts_are_the_margin_of_the_answer() {
        var pipeline = pipeline();
        var contributions = RowContributions.of(pipeline).orElseThrow();

        for (int row = 0; row < ROWS.rows(); row++) {
            var one = ROWS.slice(row, row + 1);
            assertThat(Link.sigmoid(contributions.of(one).get(0).margin()))
                    .isCloseTo(pipeline.predict(one).probability(0, 1), within(1e-15));
        }
    }

    @Test
    void the_importance_of_a_column_is_how_far_it_moves_rows_on_average() {
        var found = MeanContributions.of(RowContributions.of(pipeline()).orElseThrow(), ROWS);

        assertThat(found.stream().map(Importance::column)).containsExactly("age", "cabin", "age and price");
        assertThat(found.get(1).mean()).isCloseTo(0.5, within(1e-12));
        assertThat(found.get(1).low()).isEqualTo(found.get(1).high());
        assertThat(found.get(0).low()).isLessThan(found.get(0).mean());
    }

    @Test
    void a_row_is_shown_from_its_raw_values_through_each_step_to_the_answer() {
        var row = ROWS.slice(3, 4);
        var found = RowExplanation.of(
                pipeline(), RowContributions.of(pipeline()).orElseThrow().of(row), row);

        assertThat(found.raw())
                .containsExactly(
                        new Cell("age", Optional.empty()),
                        new Cell("price", Optional.of("40.0")),
                        new Cell("cabin", Optional.of("suite")));
        assertThat(found.steps().stream().map(RowStep::step)).containsExactly("impute", "derive", "onehot");
        assertThat(found.steps().get(0).changes())
                .containsExactly(
                        new Change(List.of(new Cell("age", Optional.empty())), new Cell("age", Optional.of("40.0"))),
                        new Change(
                                List.of(new Cell("age", Optional.empty())),
                                new Cell("age_missing", Optional.of("true"))));
        assertThat(found.steps().get(1).changes())
                .containsExactly(new Change(
                        List.of(new Cell("age", Optional.of("40.0")), new Cell("price", Optional.of("40.0"))),
                        new Cell("perYear", Optional.of("1.0"))));
        assertThat(found.steps().get(2).changes())
                .contains(new Change(
                        List.of(new Cell("cabin", Optional.of("suite"))),
                        new Cell("cabin=suite", Optional.of("true"))));
        assertThat(found.answers().get(1).label()).isEqualTo("yes");
        assertThat(found.answers().get(1).value())
                .isCloseTo(Link.sigmoid(found.margins().get(0).margin()), within(1e-15));
    }

    @Test
    void a_linear_model_can_compare_with_the_mean_of_other_rows() {
        var pipeline = pipeline();
        var same = RowContributions.against(pipeline, ROWS.slice(3, 4)).orElseThrow();
        var all = RowContributions.against(pipeline, ROWS).orElseThrow();

        assertThat(same.of(ROWS.slice(3, 4)).get(0).columns()).allMatch(each -> Math.abs(each.amount()) < 1e-12);
        assertThat(amount(all.of(ROWS.slice(3, 4)).get(0), "cabin")).isCloseTo(0.5, within(1e-12));
        assertThat(all.of(ROWS.slice(3, 4)).get(0).margin())
                .isCloseTo(same.of(ROWS.slice(3, 4)).get(0).margin(), within(1e-12));
    }

    @Test
    void a_model_without_a_margin_has_nothing_to_share_out() {
        var constant = new FittedPipeline(
                List.of(), new ConstantModel(List.of(0.4, 0.6)), new Target.Classes("bought", List.of("no", "yes")));

        assertThat(RowContributions.of(constant)).isEmpty();
    }
}
