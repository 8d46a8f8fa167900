package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.GoldenSets;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Score;
import dev.slipway.model.Estimator;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A quantity and seven classes, with the scores of scikit-learn on the same folds. */
@Tag("slow")
class LinearOnRealDataTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);

    private static Score score(Training training, String folds, Estimator estimator, String metric) throws IOException {
        return new CrossValidation(training, training.table(), GoldenSets.folds(folds), Optional.empty())
                .evaluate(new Pipeline(List.of(), estimator))
                .find(metric)
                .orElseThrow();
    }

    @Test
    void ridge_judges_white_wine_as_scikit_learns_does_fold_by_fold() throws IOException {
        var table = GoldenSets.table("wine/winequality-white.csv", ';');
        var quality = table.column("quality");
        var training = Training.ofNumbers(
                table.without(List.of("quality")),
                new Target.Quantity("quality"),
                IntStream.range(0, quality.size()).mapToDouble(quality::number).toArray());

        var rmse = score(training, "wine_white", new Linear(new Ridge(1), NEVER), "rmse");

        assertThat(rmse.folds()).hasSize(5);
        for (int fold = 0; fold < 5; fold++) {
            double wanted = GoldenSets.golden("scores_wine_white.json")
                    .path("models")
                    .path("ridge_alpha1")
                    .path("rmse")
                    .path("folds")
                    .path(fold)
                    .doubleValue();
            assertThat(rmse.folds().get(fold)).isCloseTo(wanted, within(1e-9));
        }
    }

    @Test
    @Tag("proof")
    void softmax_regression_tells_seven_kinds_of_forest_apart_as_scikit_learns_does() throws IOException {
        var table = GoldenSets.table("covtype/covtype_kaggle_train_15120.csv.gz", ',');
        var cover = table.column("Cover_Type");
        var training = Training.of(
                table.without(List.of("Cover_Type", "Id")),
                new Target.Classes("Cover_Type", List.of("1", "2", "3", "4", "5", "6", "7")),
                IntStream.range(0, cover.size())
                        .map(row -> (int) cover.number(row) - 1)
                        .toArray());

        var loss = score(training, "covtype15k", new Logistic(LogisticRegression.DEFAULTS, NEVER), "log_loss");

        // scikit-learn stops at a tolerance of 1e-4, we at the minimum.
        double wanted = GoldenSets.golden("scores_covtype15k.json")
                .path("models")
                .path("logistic_regression_C1")
                .path("log_loss")
                .path("mean")
                .doubleValue();
        assertThat(loss.mean()).isCloseTo(wanted, within(5e-3));
    }
}
