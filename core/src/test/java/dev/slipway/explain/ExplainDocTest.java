package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.LinearFunction;
import dev.slipway.model.LinearModel;
import dev.slipway.model.Link;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.Scale;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples of docs/explain.md. */
class ExplainDocTest {
    private static final Target.Classes BOUGHT = new Target.Classes("bought", List.of("no", "yes"));
    private static final Table PEOPLE = Table.of(
            NumberColumn.of(
                    "age", IntStream.range(0, 60).mapToDouble(row -> 20 + row).toArray()),
            NumberColumn.of(
                    "price",
                    IntStream.range(0, 60).mapToDouble(row -> row * 7 % 60).toArray()));

    private final FittedPipeline pipeline = new FittedPipeline(
            List.of(new Scale(List.of("age")).fit(PEOPLE)),
            new LinearModel(List.of("age", "price"), List.of(0.0, 30.0), new LinearFunction(0, new double[] {2, 0})),
            BOUGHT);

    @Test
    void the_base_and_the_contributions_add_up_to_the_margin() {
        var row = PEOPLE.slice(59, 60);

        var contributions = RowContributions.of(pipeline).orElseThrow();
        var margin = contributions.of(row).get(0);
        double sum = margin.base();
        for (var column : margin.columns()) {
            sum += column.amount();
        }

        assertThat(Link.sigmoid(sum)).isCloseTo(pipeline.predict(row).probability(0, 1), within(1e-12));
    }

    @Test
    void importances_dependences_and_errors_are_a_line_each() {
        int[] labels = IntStream.range(0, 60).map(row -> row >= 30 ? 1 : 0).toArray();
        var rows = Training.of(PEOPLE, BOUGHT, labels);

        var losses = Permutation.shuffled(BinaryMetric.ROC_AUC, 7).of(pipeline, rows);
        var ages = Dependences.defaults().of(pipeline, rows.table(), "age");
        var answers = rows.judge(pipeline.predict(rows.table()));
        var errors = ErrorAnalysis.defaults().of(rows.table(), rows.target().labels(), answers);

        assertThat(losses.get(0).column()).isEqualTo("age");
        assertThat(losses.get(0).low()).isGreaterThan(0.3);
        assertThat(losses.get(1).mean()).isZero();
        assertThat(ages.get(0).reach()).isGreaterThan(0.8);
        assertThat(errors.worst()).isEqualTo(6);
    }
}
