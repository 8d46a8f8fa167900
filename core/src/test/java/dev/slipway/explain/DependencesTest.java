package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.expression.Expression;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.RuleModel;
import dev.slipway.model.Target;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependencesTest {
    private static final Target TARGET = new Target.Classes("bought", List.of("no", "yes"));

    @Test
    void the_logistic_regression_goes_with_age_as_scikit_learn_says() {
        var golden = Titanic.golden();
        var pipeline = new FittedPipeline(List.of(), Titanic.logistic(golden), TARGET);
        var wanted = golden.path("partial_dependence_logistic_Age_standardised");
        var grid = NumberColumn.of(
                "Age",
                IntStream.range(0, 5)
                        .mapToDouble(point -> wanted.path("grid").path(point).doubleValue())
                        .toArray());

        var found = Dependences.at(pipeline, Titanic.standardised(golden).rows(Titanic.teaching()), grid);

        assertThat(found).hasSize(1);
        for (int point = 0; point < 5; point++) {
            assertThat(found.get(0).points().get(point).mean())
                    .isCloseTo(wanted.path("average_proba").path(point).doubleValue(), within(1e-9));
        }
    }

    @Test
    void words_are_tried_one_by_one_and_a_missing_one_at_last() {
        var rule =
                new RuleModel(Expression.parse("CASE WHEN cabin = 'suite' THEN 0.5 + age / 100 ELSE 0.1 END"), TARGET);
        var pipeline = new FittedPipeline(List.of(), rule, TARGET);
        var rows = Table.of(
                NumberColumn.of(
                        "age",
                        IntStream.rangeClosed(0, 10).mapToDouble(row -> row).toArray()),
                TextColumn.of(
                        "cabin",
                        Missing.where(11, row -> row == 3),
                        IntStream.rangeClosed(0, 10)
                                .mapToObj(row -> row == 3 ? "" : row < 5 ? "suite" : "none")
                                .toArray(String[]::new)));

        var found = Dependences.defaults().of(pipeline, rows, "cabin").get(0);

        assertThat(found.answer()).isEqualTo("yes");
        assertThat(found.points().stream().map(Dependence.Point::value)).containsExactly("none", "suite", "");
        var suite = found.points().get(1);
        assertThat(suite.mean()).isCloseTo(0.55, within(1e-12));
        assertThat(suite.low()).isCloseTo(0.51, within(1e-12));
        assertThat(suite.high()).isCloseTo(0.59, within(1e-12));
        assertThat(found.reach()).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void numbers_are_tried_over_the_values_they_have_each_once() {
        var rule = new RuleModel(Expression.parse("age / 1000"), TARGET);
        var pipeline = new FittedPipeline(List.of(), rule, TARGET);
        var ages =
                IntStream.range(0, 300).mapToDouble(row -> row < 100 ? 7 : row).toArray();

        var found = new Dependences(5)
                .of(pipeline, Table.of(NumberColumn.of("age", ages)), "age")
                .get(0);

        assertThat(found.points().stream().map(Dependence.Point::value))
                .containsExactly("7.0", "150.0", "223.0", "296.0");
    }
}
