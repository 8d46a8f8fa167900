package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.metric.Answers;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.NumberMetric;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap QUICK = new Bootstrap(300, 0.95, 7);

    /** Scores that are right to a known degree: the area under the curve of shifted uniforms is known. */
    private static Answers shifted(int rows, long seed) {
        var random = new SplittableRandom(seed);
        int[] truth = IntStream.range(0, rows).map(row -> row % 4 == 0 ? 1 : 0).toArray();
        double[] score = IntStream.range(0, rows)
                .mapToDouble(row -> random.nextDouble(0.8) + 0.2 * truth[row])
                .toArray();
        return Answers.ofBinary(truth, score);
    }

    @Test
    void nineteen_of_twenty_intervals_hold_the_truth() {
        // Positives lie a quarter of the width above negatives: 1 - (1 - 1/4)^2 / 2.
        double truth = 1 - 0.75 * 0.75 / 2;

        long held = IntStream.range(0, 100)
                .filter(seed -> QUICK.of(BinaryMetric.ROC_AUC, shifted(400, seed))
                        .orElseThrow()
                        .contains(truth))
                .count();

        assertThat(held).isBetween(88L, 99L);
    }

    @Test
    void the_same_seed_gives_the_same_bits() {
        var answers = shifted(300, 3);

        var first = QUICK.of(BinaryMetric.ROC_AUC, answers).orElseThrow();

        assertThat(QUICK.of(BinaryMetric.ROC_AUC, answers)).hasValue(first);
        assertThat(first.resamples()).isEqualTo(300);
        assertThat(first.low()).isLessThan(first.high());
    }

    @Test
    void one_positive_row_is_in_every_resample() {
        var answers = Answers.ofBinary(new int[] {0, 0, 0, 1}, new double[] {0.1, 0.2, 0.9, 0.8});

        assertThat(QUICK.of(BinaryMetric.ROC_AUC, answers)).isPresent();
        assertThat(QUICK.of(BinaryMetric.ROC_AUC, answers.rows(0, 1, 2))).isEmpty();
        assertThat(QUICK.of(BinaryMetric.ROC_AUC, answers.rows(new int[0]))).isEmpty();
    }

    @Test
    void a_model_that_is_better_on_the_same_rows_is_told_from_one_that_is_not() {
        var better = shifted(2_000, 5);
        var random = new SplittableRandom(9);
        int[] truth = IntStream.range(0, better.rows()).map(better::label).toArray();
        var worse = Answers.ofBinary(
                truth,
                IntStream.range(0, better.rows())
                        .mapToDouble(row -> 0.6 * better.answer(row) + random.nextDouble(0.4))
                        .toArray());

        assertThat(QUICK.difference(BinaryMetric.ROC_AUC, better, worse)
                        .orElseThrow()
                        .low())
                .isPositive();
        assertThat(QUICK.difference(BinaryMetric.ROC_AUC, better, better)
                        .orElseThrow()
                        .contains(0))
                .isTrue();
        assertThatThrownBy(() -> QUICK.difference(BinaryMetric.ROC_AUC, better, worse.rows(0)))
                .hasMessageContaining("the same rows");
    }

    @Test
    void many_rows_are_resampled_less_often_and_the_interval_says_how_often() {
        int rows = 100_000;
        double[] truth = IntStream.range(0, rows).mapToDouble(row -> row % 10).toArray();
        double[] answer =
                IntStream.range(0, rows).mapToDouble(row -> row % 10 + row % 3).toArray();

        var interval = Bootstrap.STANDARD
                .of(NumberMetric.MAE, Answers.ofNumbers(truth, answer))
                .orElseThrow();

        assertThat(interval.resamples()).isEqualTo(200);
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.high() - interval.low()).isLessThan(0.02);
    }
}
