package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evaluation.Split;
import dev.slipway.metric.NumberMetric;
import dev.slipway.model.Model;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Predictions;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StalenessTest {
    private static final int ROWS = 60;
    private static final Table TIMES = Table.of(
            TimestampColumn.of("day", IntStream.range(0, ROWS).asLongStream().toArray()));

    /** Answers with the mean of what it learned from. */
    private record Mean(double mean) implements Model {
        @Override
        public Predictions predict(Table rows) {
            var same = new double[rows.rows()];
            Arrays.fill(same, mean);
            return Predictions.ofNumbers(same);
        }

        @Override
        public Set<String> inputs() {
            return Set.of();
        }
    }

    private static Staleness of(IntToDoubleFunction truth) {
        var data = Training.ofNumbers(
                TIMES,
                new Target.Quantity("price"),
                IntStream.range(0, ROWS).mapToDouble(truth).toArray());
        var folds = Split.unsaid(5, 1).part(data, TIMES).folds();
        var pipeline = new Pipeline(
                List.of(),
                training ->
                        new Mean(DoubleStream.of(training.numbers()).average().orElseThrow()));
        return Staleness.of(data, folds, pipeline, NumberMetric.MAE);
    }

    @Test
    void where_prices_rise_every_block_of_age_costs_as_much() {
        var staleness = of(day -> day);

        // Blocks of ten days: a block k later is 10 k above what was learned.
        assertThat(staleness.ages()).hasSize(5);
        for (var age : staleness.ages()) {
            assertThat(age.mean()).hasValue(10.0 * age.blocks());
            assertThat(age.pairs()).isEqualTo(6 - age.blocks());
        }
        assertThat(staleness.sentence())
                .endsWith("mae is 10.0000 in the next block and 50.0000 5 blocks later: it ages");
    }

    @Test
    void where_nothing_changes_there_is_no_sign_of_age() {
        assertThat(of(day -> day % 2).sentence()).endsWith("no sign that it ages");
    }
}
