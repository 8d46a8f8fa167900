package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.Metric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PermutationTest {
    private static final Target.Classes SURVIVED = new Target.Classes("Survived", List.of("0", "1"));

    private static FittedPipeline pipeline(JsonNode golden) {
        return new FittedPipeline(List.of(), Titanic.logistic(golden), SURVIVED);
    }

    private static Training judging(JsonNode golden) {
        int[] survived = Titanic.survived();
        return Training.of(
                Titanic.standardised(golden).rows(Titanic.judging()),
                SURVIVED,
                Arrays.stream(Titanic.judging()).map(row -> survived[row]).toArray());
    }

    @Test
    void rotated_columns_cost_what_the_golden_numbers_say() {
        var golden = Titanic.golden();
        var metrics = Map.<String, Metric>of(
                "roc_auc", BinaryMetric.ROC_AUC,
                "neg_log_loss", BinaryMetric.LOG_LOSS,
                "accuracy", BinaryMetric.ACCURACY);

        metrics.forEach((name, metric) -> {
            var found = new Permutation(metric, 5, Reordering.rotated(1, 7, 53, 101, 199))
                    .of(pipeline(golden), judging(golden));
            assertThat(found).hasSize(6);
            for (var importance : found) {
                var wanted = golden.path("rotation_importance_logistic")
                        .path(importance.column())
                        .path(name);
                assertThat(importance.mean())
                        .as(importance.column() + " by " + name)
                        .isCloseTo(wanted.path("mean").doubleValue(), within(1e-9));
                // The golden deviation is of the five; the interval is Student's with four degrees of freedom.
                double error = wanted.path("std").doubleValue() / Math.sqrt(4);
                assertThat(importance.high() - importance.mean()).isCloseTo(2.776 * error, within(1e-9));
            }
        });
    }

    @Test
    void shuffled_columns_cost_what_scikit_learn_finds_with_two_hundred_shuffles() {
        var golden = Titanic.golden();
        var wanted = golden.path("sklearn_permutation_importance_logistic_auc_200_repeats");

        var found = new Permutation(BinaryMetric.ROC_AUC, 50, Reordering.shuffled(11))
                .of(pipeline(golden), judging(golden));

        for (var importance : found) {
            double mean = wanted.path("mean").path(importance.column()).doubleValue();
            double deviation = wanted.path("std").path(importance.column()).doubleValue();
            assertThat(importance.mean()).isCloseTo(mean, within(4 * deviation / Math.sqrt(50)));
        }
        assertThat(found.get(0).column()).isEqualTo("male");
    }

    @Test
    void the_same_seed_deals_the_same_and_every_value_once() {
        var order = Reordering.shuffled(4).order(50, 2, 3);

        assertThat(order).isEqualTo(Reordering.shuffled(4).order(50, 2, 3));
        assertThat(order).isNotEqualTo(Reordering.shuffled(4).order(50, 1, 3));
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(50);
        assertThat(Reordering.rotated(2).order(5, 0, 0)).containsExactly(3, 4, 0, 1, 2);
    }
}
