package dev.slipway.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.GoldenSets;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Folds;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.transform.Ordinal;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The usual forest against the scores of scikit-learn's, on the same folds. */
@Tag("slow")
class RandomForestOnRealDataTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);

    private static double score(Training training, Folds folds, String metric) {
        var forest = new RandomForest(ForestParams.DEFAULTS, ClassWeights.even(), 42, 2, NEVER);
        var ordinal = new Ordinal(List.of(), List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP);
        Evaluation evaluation = new CrossValidation(training, training.table(), folds, Optional.empty())
                .evaluate(new Pipeline(List.of(ordinal), forest));
        return evaluation.find(metric).orElseThrow().mean();
    }

    private static Training classes(Table table, String target, String positive) {
        Column answers = table.column(target);
        int[] labels = IntStream.range(0, answers.size())
                .map(row -> answers.text(row).equals(positive) ? 1 : 0)
                .toArray();
        return Training.of(
                table.without(List.of(target)), new Target.Classes(target, List.of("other", positive)), labels);
    }

    private static Training quantity(Table table, String target) {
        Column answers = table.column(target);
        return Training.ofNumbers(
                table.without(List.of(target)),
                new Target.Quantity(target),
                IntStream.range(0, answers.size()).mapToDouble(answers::number).toArray());
    }

    @Test
    void german_credit_reaches_an_auc_of_0_790() throws IOException {
        var training = classes(GoldenSets.table("german/german.csv.gz", ','), "credit", "2.0");

        assertThat(score(training, GoldenSets.folds("german"), "roc_auc")).isGreaterThanOrEqualTo(0.790);
    }

    @Test
    void telco_churn_reaches_an_auc_of_0_825() throws IOException {
        var table = GoldenSets.table("telco/Telco-Customer-Churn.csv.gz", ',').without(List.of("customerID"));

        assertThat(score(classes(table, "Churn", "Yes"), GoldenSets.folds("telco"), "roc_auc"))
                .isGreaterThanOrEqualTo(0.825);
    }

    @Test
    void white_wine_is_judged_to_0_610() throws IOException {
        var training = quantity(GoldenSets.table("wine/winequality-white.csv", ';'), "quality");

        assertThat(score(training, GoldenSets.folds("wine_white"), "rmse")).isLessThanOrEqualTo(0.610);
    }

    @Test
    @Tag("proof")
    void the_hours_of_a_bicycle_hire_are_known_to_51() throws IOException {
        var table =
                GoldenSets.table("bike/hour.csv.gz", ',').without(List.of("instant", "dteday", "casual", "registered"));

        assertThat(score(quantity(table, "cnt"), GoldenSets.folds("bike_hour"), "rmse"))
                .isLessThanOrEqualTo(51);
    }

    @Test
    @Tag("proof")
    void the_houses_of_california_are_valued_to_49_000() throws IOException {
        var training = quantity(GoldenSets.table("california/housing.csv.gz", ','), "median_house_value");

        assertThat(score(training, GoldenSets.folds("california"), "rmse")).isLessThanOrEqualTo(49_000);
    }
}
