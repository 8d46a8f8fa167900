package dev.slipway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.Answers;
import dev.slipway.model.Model;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Predictions;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.source.Batch;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.Drop;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final int ROWS = 60;
    private static final Target.Classes TARGET = new Target.Classes("yes", List.of("0", "1"));

    private final int[] labels =
            IntStream.range(0, ROWS).map(row -> row * 7 % 3 == 0 ? 1 : 0).toArray();
    private final Table table = Table.of(
            IntegerColumn.of("row", IntStream.range(0, ROWS).asLongStream().toArray()));
    private final Folds folds = Folds.stratified(labels, TARGET.labels(), 5, 1, "here");

    /** Remembers the rows of every fit. */
    private static final class Witness implements Transformer<Nothing> {
        private final List<List<Integer>> fits = new ArrayList<>();

        @Override
        public Nothing empty() {
            return new Nothing();
        }

        @Override
        public Nothing of(Batch batch) {
            fits.add(rows(batch.table()));
            return new Nothing();
        }

        @Override
        public FittedTransformer finish(Nothing state) {
            return new Drop(List.of());
        }
    }

    /** Answers with a number of the row itself. */
    private record ByRow(double factor) implements Model {
        @Override
        public Predictions predict(Table rows) {
            return Predictions.ofPositive(
                    rows(rows).stream().mapToDouble(row -> row * factor % 1).toArray());
        }

        @Override
        public Set<String> inputs() {
            return Set.of("row");
        }
    }

    private static List<Integer> rows(Table table) {
        var column = (IntegerColumn) table.column("row");
        return IntStream.range(0, table.rows())
                .mapToObj(row -> (int) column.at(row))
                .toList();
    }

    private CrossValidation validation(Optional<Value> value) {
        return new CrossValidation(Training.of(table, TARGET, labels), table, folds, value);
    }

    private List<List<Integer>> teaching() {
        return IntStream.range(0, folds.count())
                .mapToObj(fold -> IntStream.of(folds.teaching(fold)).boxed().toList())
                .toList();
    }

    @Test
    void steps_and_estimator_are_fitted_on_the_other_folds_only() {
        var steps = new Witness();
        var taught = new ArrayList<List<Integer>>();

        validation(Optional.empty()).evaluate(new Pipeline(List.of(steps), training -> {
            taught.add(rows(training.table()));
            assertThat(training.labels())
                    .containsExactly(rows(training.table()).stream()
                            .mapToInt(row -> labels[row])
                            .toArray());
            return new ByRow(0.37);
        }));

        assertThat(steps.fits).isEqualTo(teaching());
        assertThat(taught).isEqualTo(teaching());
    }

    @Test
    void what_learns_its_rows_by_heart_knows_none_of_those_it_is_asked_about() {
        var evaluation = validation(Optional.empty()).evaluate(new Pipeline(List.of(), training -> {
            var known = Set.copyOf(rows(training.table()));
            return new Model() {
                @Override
                public Predictions predict(Table asked) {
                    return Predictions.ofPositive(rows(asked).stream()
                            .mapToDouble(row -> known.contains(row) ? labels[row] : 0.5)
                            .toArray());
                }

                @Override
                public Set<String> inputs() {
                    return Set.of("row");
                }
            };
        }));

        assertThat(evaluation.find("roc_auc").orElseThrow().folds()).containsOnly(0.5);
        assertThat(evaluation.rows()).isEqualTo(ROWS);
        assertThat(evaluation.folds()).isEqualTo(5);
    }

    @Test
    void pipelines_with_the_same_steps_share_what_was_prepared_and_score_as_if_they_did_not() {
        var steps = new Witness();
        var shared = validation(Optional.empty());

        var first = shared.evaluate(new Pipeline(List.of(steps), training -> new ByRow(0.37)));
        var second = shared.evaluate(new Pipeline(List.of(steps), training -> new ByRow(0.73)));

        assertThat(steps.fits).hasSize(5);
        assertThat(first)
                .isEqualTo(validation(Optional.empty()).evaluate(new Pipeline(List.of(), training -> new ByRow(0.37))));
        assertThat(second)
                .isEqualTo(validation(Optional.empty()).evaluate(new Pipeline(List.of(), training -> new ByRow(0.73))));
        assertThat(second).isNotEqualTo(first);
    }

    private static Value reward(String column, double cost, double threshold) {
        return new Value(new Worth.Reward(column, cost), Optional.of(threshold), "EUR");
    }

    @Test
    void the_value_is_what_is_gained_per_thousand_rows_acted_on_or_not() {
        // Acted on: 0.5 and 0.9, bringing 10 and nothing known, at 2 each: 8 - 2 = 6 in four rows.
        var value = reward("reward", 2, 0.5);
        var rows = Table.of(NumberColumn.of("reward", Missing.where(4, row -> row == 2), 10, 100, 0, -5));

        assertThat(value.perThousand(rows, Answers.ofBinary(new int[4], new double[] {0.5, 0.4999, 0.9, 0})))
                .isEqualTo(1500);
    }

    @Test
    void the_value_is_measured_on_each_fold_beside_the_metrics() {
        var evaluation = new CrossValidation(
                        Training.of(table, TARGET, labels), table, folds, Optional.of(reward("row", 1, 0)))
                .evaluate(new Pipeline(List.of(), training -> new ByRow(0.37)));

        // Everybody is acted on: the mean row number, 29.5, less 1.
        assertThat(evaluation.find(Value.METRIC).orElseThrow().mean()).isCloseTo(28_500, within(1e-9));
    }

    @Test
    void a_reward_that_is_no_number_is_refused_before_anything_is_fitted() {
        var words = Table.of(TextColumn.of("reward", new String[ROWS]));

        assertThatThrownBy(() -> new CrossValidation(
                        Training.of(table, TARGET, labels), words, folds, Optional.of(reward("reward", 1, 0.5))))
                .hasMessageContaining("VALUE-NOT-A-NUMBER")
                .hasMessageContaining("column 'reward'");
    }

    @Test
    void a_score_is_the_mean_and_the_population_deviation_over_the_folds() {
        assertThat(Score.of("m", List.of(1.0, 3.0))).isEqualTo(new Score("m", 2, 1, List.of(1.0, 3.0)));
    }
}
