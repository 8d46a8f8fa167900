package dev.slipway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.evaluation.Score;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.NumberMetric;
import dev.slipway.search.LearningCurve.Point;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    private static Point point(int rows, double... folds) {
        return new Point(
                rows,
                new Score(
                        "any",
                        DoubleStream.of(folds).average().orElseThrow(),
                        0,
                        DoubleStream.of(folds).boxed().toList()));
    }

    @Test
    void a_metric_that_still_climbs_says_that_more_rows_would_pay() {
        var curve = LearningCurve.of(
                BinaryMetric.ROC_AUC,
                List.of(
                        point(100, 0.5, 0.5, 0.5),
                        point(1_000, 0.80, 0.81, 0.82),
                        point(2_000, 0.82, 0.83, 0.84),
                        point(4_000, 0.84, 0.851, 0.86)));

        // Twice the rows twice: 0.04, 0.041 and 0.04 better in two doublings.
        assertThat(curve.perDoubling()).isCloseTo((0.02 + 0.0205 + 0.02) / 3, within(1e-12));
        assertThat(curve.sentence())
                .startsWith("more rows would pay: from 1,000 rows on, each doubling makes roc_auc better by +0.020 ± ");
    }

    @Test
    void a_metric_that_wavers_says_that_it_may_be_chance() {
        var curve = LearningCurve.of(
                BinaryMetric.ROC_AUC,
                List.of(
                        point(1_000, 0.80, 0.82, 0.81),
                        point(2_000, 0.81, 0.81, 0.82),
                        point(4_000, 0.79, 0.82, 0.82)));

        assertThat(curve.sentence()).startsWith("more rows would hardly pay: ").endsWith(", which may be chance");
    }

    @Test
    void less_is_better_where_the_metric_says_so() {
        var curve = LearningCurve.of(NumberMetric.RMSE, List.of(point(100, 8, 9), point(200, 7, 8), point(400, 6, 7)));

        assertThat(curve.perDoubling()).isCloseTo(1, within(1e-12));
        assertThat(curve.error()).isCloseTo(0, within(1e-12));
    }
}
