package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.slipway.algorithm.Deadline;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Folds;
import dev.slipway.model.Estimator;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Transformer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our pipeline of steps and logistic regression against scikit-learn's, on the same folds of the Titanic. */
class LogisticOnTitanicTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);

    private static final Path DATA = Path.of(System.getProperty("slipway.root", "."), "../shared/data");
    private static final List<String> NUMBERS = List.of("Age", "SibSp", "Parch", "Fare");
    private static final List<String> WORDS = List.of("Pclass", "Sex", "Embarked");

    private static Training training;
    private static Folds folds;
    private static JsonNode golden;

    @BeforeAll
    static void read() throws IOException {
        var scores = DATA.resolve("golden/scores_titanic.json");
        assumeTrue(Files.exists(scores), () -> "skipped: no golden scores at " + scores);
        golden = JsonMapper.shared().readTree(scores.toFile()).path("models").path("logistic_regression_C1");
        List<NamedCsvRecord> passengers;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve("sets/titanic/titanic.csv"))) {
            passengers = reader.stream().toList();
        }
        var columns = new ArrayList<Column>();
        for (var name : NUMBERS) {
            columns.add(NumberColumn.of(
                    name,
                    missing(passengers, name),
                    passengers.stream()
                            .map(passenger -> passenger.getField(name))
                            .mapToDouble(text -> text.isEmpty() ? 0 : Double.parseDouble(text))
                            .toArray()));
        }
        for (var name : WORDS) {
            columns.add(TextColumn.of(
                    name,
                    missing(passengers, name),
                    passengers.stream()
                            .map(passenger -> passenger.getField(name))
                            .toArray(String[]::new)));
        }
        int[] survived = passengers.stream()
                .mapToInt(passenger -> Integer.parseInt(passenger.getField("Survived")))
                .toArray();
        training = Training.of(
                Table.of(columns.toArray(Column[]::new)), new Target.Classes("Survived", List.of("0", "1")), survived);
        try (var dealt = new GZIPInputStream(Files.newInputStream(DATA.resolve("golden/folds/titanic.txt.gz")))) {
            folds = Folds.of(new String(dealt.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .mapToInt(Integer::parseInt)
                    .toArray());
        }
    }

    private static Missing missing(List<NamedCsvRecord> passengers, String name) {
        return Missing.where(
                passengers.size(), row -> passengers.get(row).getField(name).isEmpty());
    }

    private static Evaluation evaluate(Estimator estimator) {
        List<Transformer<?>> steps =
                List.of(new Impute(NUMBERS, new Impute.Fill.Median(), false), new Scale(NUMBERS), new OneHot(WORDS));
        return new CrossValidation(training, training.table(), folds, Optional.empty())
                .evaluate(new Pipeline(steps, estimator));
    }

    private static void assertClose(Evaluation evaluation, String metric, double tolerance) {
        var score = evaluation.find(metric).orElseThrow();
        for (int fold = 0; fold < folds.count(); fold++) {
            assertThat(score.folds().get(fold))
                    .as("%s of fold %d", metric, fold)
                    .isCloseTo(golden.path(metric).path("folds").path(fold).asDouble(), within(tolerance));
        }
        assertThat(score.mean()).isCloseTo(golden.path(metric).path("mean").asDouble(), within(tolerance));
        assertThat(score.deviation()).isCloseTo(golden.path(metric).path("std").asDouble(), within(tolerance));
    }

    @Test
    void the_same_steps_give_scikit_learns_scores_fold_by_fold() {
        var logistic = new Logistic(LogisticRegression.DEFAULTS, NEVER);

        // Without the steps of its own, which scale zeros and ones too: scikit-learn's pipeline does not.
        var evaluation = evaluate(rows -> logistic.fit(rows));

        assertClose(evaluation, "roc_auc", 1e-3);
        assertClose(evaluation, "log_loss", 1e-3);
        assertClose(evaluation, "accuracy", 1e-3);
    }

    @Test
    void with_its_own_steps_too_the_mean_scores_hardly_move() {
        var evaluation = evaluate(new Logistic(LogisticRegression.DEFAULTS, NEVER));

        for (var metric : List.of("roc_auc", "log_loss", "accuracy")) {
            assertThat(evaluation.find(metric).orElseThrow().mean())
                    .as(metric)
                    .isCloseTo(golden.path(metric).path("mean").asDouble(), within(2e-3));
        }
    }
}
