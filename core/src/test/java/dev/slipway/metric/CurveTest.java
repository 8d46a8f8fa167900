package dev.slipway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Answers FOUR = Answers.ofBinary(new int[] {1, 0, 1, 0}, new double[] {0.9, 0.6, 0.6, 0.1});

    @Test
    void the_gain_of_the_first_quarter_of_the_rows_is_the_half_of_the_positives_it_holds() {
        var gain = Curve.gain(FOUR).orElseThrow();

        assertThat(gain.points())
                .containsExactly(
                        new Curve.Point(0, 0, 1.9),
                        new Curve.Point(0.25, 0.5, 0.9),
                        new Curve.Point(0.75, 1, 0.6),
                        new Curve.Point(1, 1, 0.1));
    }

    @Test
    void equal_scores_are_one_point_whatever_the_order_of_the_rows() {
        assertThat(Curve.roc(FOUR)).isEqualTo(Curve.roc(FOUR.rows(3, 1, 0, 2)));
        assertThat(Curve.roc(FOUR).orElseThrow().points()).hasSize(4);
    }

    @Test
    void one_class_has_no_roc_curve() {
        assertThat(Curve.roc(FOUR.rows(0, 2))).isEmpty();
        assertThat(Curve.precisionRecall(FOUR.rows(1, 3))).isEmpty();
        assertThat(Curve.gain(FOUR.rows(new int[0]))).isEmpty();
    }

    @Test
    void a_thinned_curve_keeps_both_ends() {
        int[] truth = IntStream.range(0, 1000).map(row -> row % 2).toArray();
        double[] score =
                IntStream.range(0, 1000).mapToDouble(row -> row / 1000.0).toArray();
        var curve = Curve.roc(Answers.ofBinary(truth, score)).orElseThrow();

        var thin = curve.thinned(50);

        assertThat(thin.points()).hasSize(50).isSubsetOf(curve.points());
        assertThat(thin.points().get(0)).isEqualTo(curve.points().get(0));
        assertThat(thin.points().get(49)).isEqualTo(curve.points().get(1000));
        assertThat(curve.thinned(5000)).isSameAs(curve);
    }

    @Test
    void reliability_less_resolution_plus_uncertainty_is_the_brier_score() {
        // Each bin holds one probability only, so that nothing is lost within bins.
        var answers = Answers.ofBinary(
                new int[] {0, 1, 0, 0, 1, 1, 0, 1}, new double[] {0.25, 0.25, 0.25, 0.25, 0.85, 0.85, 0.85, 0.85});

        var bins = Calibration.uniform(answers, 10);

        assertThat(bins.reliability() - bins.resolution() + bins.uncertainty())
                .isCloseTo(BinaryMetric.BRIER.of(answers).orElseThrow(), within(1e-15));
        assertThat(bins.bins()).extracting(Calibration.Bin::bin).containsExactly(2, 8);
    }
}
