package dev.slipway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.problem.SlipwayException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BinaryMetricTest {
    private static final Path GOLDEN = Path.of(System.getProperty("slipway.root"), "../shared/data/golden");

    @Test
    void sixteen_thousand_real_predictions_come_out_the_same() throws IOException {
        assumeTrue(Files.isDirectory(GOLDEN), "the golden numbers are not on this machine");
        JsonNode golden = JsonMapper.shared()
                .readTree(GOLDEN.resolve("fairness.json").toFile())
                .path("adult_test_lr");
        String[][] rows;
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(GOLDEN.resolve("adult_test_predictions.csv.gz"))),
                StandardCharsets.UTF_8))) {
            rows = lines.lines().skip(1).map(line -> line.split(",", -1)).toArray(String[][]::new);
        }
        var truth = new int[rows.length];
        var score = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            truth[row] = Integer.parseInt(rows[row][1]);
            score[row] = Double.parseDouble(rows[row][2]);
        }

        assertThat(rows.length).isEqualTo(16_281);
        assertThat(BinaryMetric.ACCURACY.of(truth, score).orElseThrow())
                .isCloseTo(golden.path("accuracy").doubleValue(), withPercentage(1e-7));
        assertThat(BinaryMetric.ROC_AUC.of(truth, score).orElseThrow())
                .isCloseTo(golden.path("roc_auc").doubleValue(), withPercentage(1e-7));
    }

    @Test
    void a_score_equal_to_one_half_means_yes() {
        assertThat(BinaryMetric.ACCURACY.of(new int[] {1, 0}, new double[] {0.5, 0.5}))
                .hasValue(0.5);
    }

    @Test
    void ties_between_the_classes_count_half() {
        int[] truth = {0, 1, 0, 1};
        double[] score = {0.3, 0.3, 0.1, 0.9};

        // Pairs (positive, negative): .3-.3 half, .3-.1, .9-.3, .9-.1 whole: 3.5 of 4.
        assertThat(BinaryMetric.ROC_AUC.of(truth, score)).hasValue(0.875);
    }

    @Test
    void both_zeros_are_one_score() {
        assertThat(BinaryMetric.ROC_AUC.of(new int[] {0, 1, 0}, new double[] {0.0, -0.0, -0.0}))
                .hasValue(0.5);
    }

    @Test
    void one_class_has_no_roc_auc_but_an_accuracy_and_a_log_loss() {
        int[] truth = {1, 1};
        double[] score = {0.5, 0.5};

        assertThat(BinaryMetric.ROC_AUC.of(truth, score)).isEmpty();
        assertThat(BinaryMetric.ACCURACY.of(truth, score)).hasValue(1);
        assertThat(BinaryMetric.LOG_LOSS.of(truth, score).orElseThrow()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void no_rows_have_no_value() {
        for (BinaryMetric metric : BinaryMetric.values()) {
            assertThat(metric.of(new int[0], new double[0])).isEmpty();
        }
    }

    @Test
    void a_certain_and_wrong_answer_costs_a_finite_loss() {
        assertThat(BinaryMetric.LOG_LOSS
                        .of(new int[] {1, 0}, new double[] {0, 1})
                        .orElseThrow())
                .isCloseTo(-Math.log(Math.ulp(1.0)), within(1e-9));
    }

    @Test
    void a_score_that_is_no_probability_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> BinaryMetric.ROC_AUC.of(new int[] {1}, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1");
    }

    @Test
    void better_follows_the_direction_and_anything_beats_nothing() {
        assertThat(BinaryMetric.ROC_AUC.isBetter(0.8, 0.7)).isTrue();
        assertThat(BinaryMetric.LOG_LOSS.isBetter(0.8, 0.7)).isFalse();
        assertThat(BinaryMetric.LOG_LOSS.isBetter(0.7, 0.7)).isFalse();
        assertThat(BinaryMetric.LOG_LOSS.isBetter(0.7, Double.NaN)).isTrue();
        assertThat(BinaryMetric.LOG_LOSS.isBetter(Double.NaN, 0.7)).isFalse();
    }

    @Test
    void an_unknown_metric_is_answered_with_the_nearest_one() {
        assertThat(Metric.named("log_loss", "slipway.yaml")).isEqualTo(BinaryMetric.LOG_LOSS);
        assertThatThrownBy(() -> Metric.named("rocauc", "slipway.yaml, train.metric"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("METRIC-UNKNOWN")
                .hasMessageContaining("did you mean 'roc_auc'?")
                .hasMessageContaining("train.metric");
        assertThat(Metric.named("accuracy", 1 + 2, "slipway.yaml")).isEqualTo(ClassesMetric.ACCURACY);
        assertThatThrownBy(() -> Metric.named("roc_auc", 1, "slipway.yaml")).hasMessageContaining("rmse, mae");
    }

    @Test
    void an_id_is_one_metric_within_a_task_and_means_one_direction_everywhere() {
        for (int classes = 1; classes <= 3; classes++) {
            assertThat(Metric.forClasses(classes).stream().map(Metric::id)).doesNotHaveDuplicates();
        }
        assertThat(Metric.all()
                        .map(metric -> metric.id() + metric.higherIsBetter())
                        .distinct())
                .hasSameSizeAs(Metric.all().map(Metric::id).distinct().toList());
    }
}
