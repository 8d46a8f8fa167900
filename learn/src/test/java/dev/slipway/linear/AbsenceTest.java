package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.algorithm.Deadline;
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Folds;
import dev.slipway.explain.Absence;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.Scale;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private static final int ROWS = 200;
    private static final Pipeline LOGISTIC = new Pipeline(
            List.of(new Scale(List.of("age", "years"))),
            new Logistic(LogisticRegression.DEFAULTS, new Deadline(InstantSource.system(), Instant.MAX)));

    /** The age says who buys, the years are the age, and the noise is none of both. */
    private static Absence absence() {
        var random = new SplittableRandom(1);
        double[] age = random.doubles(ROWS, 0, 1).toArray();
        double[] noise = random.doubles(ROWS, 0, 1).toArray();
        var table = Table.of(
                NumberColumn.of("age", Missing.NONE, age),
                NumberColumn.of("years", Missing.NONE, age),
                NumberColumn.of("noise", Missing.NONE, noise));
        int[] labels =
                IntStream.range(0, ROWS).map(row -> age[row] > 0.5 ? 1 : 0).toArray();
        var data = Training.of(table, new Target.Classes("buys", List.of("no", "yes")), labels);
        var folds = Folds.of(IntStream.range(0, ROWS).map(row -> row % 4).toArray());
        return Absence.of(BinaryMetric.ROC_AUC, LOGISTIC, data, folds, Cut.NONE, table);
    }

    @Test
    void what_another_column_says_too_is_not_missed_until_both_are_gone() {
        var absence = absence();

        double alone = absence.without(List.of("age")).orElseThrow().loss().mean();
        var together = absence.without(List.of("age", "years")).orElseThrow();

        assertThat(absence.score()).isGreaterThan(0.95);
        assertThat(alone).isLessThan(0.02);
        assertThat(together.loss().mean()).isGreaterThan(0.3);
        assertThat(together.loss().low()).isPositive();
        assertThat(together.loss().column()).isEqualTo("age and years");
    }

    @Test
    void what_learned_without_a_column_need_not_be_given_it() {
        var absence = absence();

        var left = absence.without(List.of("years")).orElseThrow().pipeline();
        var rows = Table.of(
                NumberColumn.of("age", Missing.NONE, 0.9, 0.1), NumberColumn.of("noise", Missing.NONE, 0.5, 0.5));

        assertThat(left.inputs()).containsExactlyInAnyOrder("age", "noise");
        assertThat(left.predict(rows).rows()).isEqualTo(2);
    }

    @Test
    void something_has_to_be_left_and_something_has_to_be_gone() {
        assertThat(absence().without(List.of("age", "years", "noise"))).isEmpty();
        assertThat(absence().without(List.of("weather"))).isEmpty();
    }
}
