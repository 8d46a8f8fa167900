package dev.slipway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Judgement;
import dev.slipway.evaluation.Score;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.NumberMetric;
import dev.slipway.model.Majority;
import dev.slipway.model.Pipeline;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static Result result(Simplicity simplicity, String metric, double... folds) {
        var candidate =
                new Candidate(simplicity.label(), simplicity, List.of(), new Fixed(new Majority(), new TreeMap<>()));
        double mean = DoubleStream.of(folds).average().orElseThrow();
        var score = new Score(metric, mean, 0, DoubleStream.of(folds).boxed().toList());
        var evaluation = new Evaluation(List.of(score), 100, folds.length);
        var trial = new Trial(
                1,
                new Tried(candidate.name(), 0, new TreeMap<>(), Cut.NONE),
                Rung.top(folds.length),
                Cut.NONE,
                Trial.Spent.NOTHING,
                Optional.of(evaluation),
                Optional.empty(),
                Optional.empty());
        return new Result(
                candidate,
                trial,
                new Judgement(evaluation, List.of()),
                new Pipeline(List.of(), new Majority()),
                List.of());
    }

    @Test
    void the_simplest_of_those_within_one_standard_error_wins_and_who_was_passed_over_is_said() {
        var linear = result(Simplicity.LINEAR, "roc_auc", 0.84, 0.83, 0.86, 0.84, 0.85);
        var forest = result(Simplicity.FOREST, "roc_auc", 0.85, 0.82, 0.86, 0.84, 0.85);
        var boosted = result(Simplicity.BOOSTED, "roc_auc", 0.85, 0.84, 0.85, 0.84, 0.85);

        var choice = Choice.of(List.of(boosted, forest, linear), BinaryMetric.ROC_AUC);

        assertThat(choice.winner()).isEqualTo(linear);
        assertThat(choice.passedOver()).contains(boosted);
        assertThat(choice.why())
                .startsWith("by score alone boosted would win with roc_auc 0.8460; linear is behind by 0.002000,")
                .contains("one standard error");
    }

    @Test
    void a_small_lead_on_every_fold_is_no_chance_and_wins() {
        var linear = result(Simplicity.LINEAR, "roc_auc", 0.84, 0.83, 0.86, 0.84, 0.85);
        var boosted = result(Simplicity.BOOSTED, "roc_auc", 0.845, 0.836, 0.865, 0.846, 0.855);

        var choice = Choice.of(List.of(linear, boosted), BinaryMetric.ROC_AUC);

        assertThat(choice.winner()).isEqualTo(boosted);
        assertThat(choice.passedOver()).isEmpty();
        assertThat(choice.why()).contains("boosted has the best roc_auc");
    }

    @Test
    void less_is_better_where_the_metric_says_so_and_what_cannot_be_measured_never_wins() {
        var unknown = result(Simplicity.BASELINE, "rmse", Double.NaN, 1, 1);
        var linear = result(Simplicity.LINEAR, "rmse", 9, 9.2, 9.1);
        var forest = result(Simplicity.FOREST, "rmse", 5, 5.1, 5.2);

        assertThat(Choice.of(List.of(unknown, linear, forest), NumberMetric.RMSE)
                        .winner())
                .isEqualTo(forest);
    }

    @Test
    void the_standard_error_is_corrected_for_folds_that_teach_each_other() {
        var one = result(Simplicity.LINEAR, "rmse", 1, 2, 3, 4, 5).evaluation();
        var other = result(Simplicity.LINEAR, "rmse", 2, 4, 6, 8, 10).evaluation();

        var margin = Margin.of(one, other, NumberMetric.RMSE);

        // Differences 1 to 5: mean 3, variance 2.5; times 1/5 + 1/4.
        assertThat(margin.mean()).isEqualTo(3);
        assertThat(margin.error()).isCloseTo(Math.sqrt(2.5 * 0.45), within(1e-12));
        assertThat(margin.within(2)).isFalse();
        assertThat(margin.within(3)).isTrue();
        assertThat(margin.beyond(2)).isTrue();
    }
}
