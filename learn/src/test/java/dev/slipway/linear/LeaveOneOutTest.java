package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.slipway.algorithm.Deadline;
import dev.slipway.evaluation.Folds;
import dev.slipway.explain.Importance;
import dev.slipway.explain.LeaveOneOut;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.Impute;
import dev.slipway.transform.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LeaveOneOutTest {
    private static final Path DATA = Path.of(System.getProperty("slipway.root", "."), "../shared/data");
    private static final List<String> FEATURES = List.of("Pclass", "male", "Age", "SibSp", "Parch", "Fare");
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);

    private static final Pipeline LOGISTIC = new Pipeline(
            List.of(new Impute(List.of("Age"), new Impute.Fill.Median(), false), new Scale(FEATURES)),
            new Logistic(LogisticRegression.DEFAULTS, NEVER));

    private static Training passengers() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve("sets/titanic/titanic.csv"))) {
            var all = reader.stream().toList();
            var columns = FEATURES.stream()
                    .map(feature -> {
                        double[] values = all.stream()
                                .map(row -> row.getField(feature.equals("male") ? "Sex" : feature))
                                .mapToDouble(LeaveOneOutTest::number)
                                .toArray();
                        var missing = Missing.where(values.length, row -> Double.isNaN(values[row]));
                        return NumberColumn.of(feature, missing, values);
                    })
                    .toArray(Column[]::new);
            return Training.of(
                    Table.of(columns),
                    new Target.Classes("Survived", List.of("0", "1")),
                    all.stream()
                            .mapToInt(row -> Integer.parseInt(row.getField("Survived")))
                            .toArray());
        }
    }

    private static double number(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "male" -> 1;
            case "female" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    /** Half a pair of rows in one fold of five: two scores that are equal but for rounding count as a tie here or there. */
    private static final double HALF_A_PAIR = 2e-5;

    @Test
    void learning_again_without_a_column_costs_what_scikit_learn_finds() throws IOException {
        var file = DATA.resolve("golden/importance.json");
        assumeTrue(Files.exists(file), () -> "skipped: no golden importances at " + file);
        var golden =
                JsonMapper.shared().readTree(file.toFile()).path("leave_one_feature_out_auc_folds_row_mod_5_logistic");
        var folds = Folds.of(IntStream.range(0, 891).map(row -> row % 5).toArray());

        var found = new LeaveOneOut(BinaryMetric.ROC_AUC).of(LOGISTIC, passengers(), folds);

        double all = golden.path("all").path("mean").doubleValue();
        assertThat(found.stream().map(Importance::column))
                .startsWith("male")
                .containsExactlyInAnyOrderElementsOf(FEATURES);
        for (var importance : found) {
            double without =
                    golden.path("without_" + importance.column()).path("mean").doubleValue();
            assertThat(importance.mean()).as(importance.column()).isCloseTo(all - without, within(HALF_A_PAIR));
            assertThat(importance.low()).isLessThan(importance.mean());
        }
    }

    @Test
    void the_only_column_there_is_cannot_be_left_out() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "skipped: no reference data at " + DATA);
        var passengers = passengers();
        var alone = passengers.with(passengers.table().select(List.of("Fare")));
        var folds = Folds.of(IntStream.range(0, 891).map(row -> row % 5).toArray());
        var plain = new Pipeline(List.of(), new Logistic(LogisticRegression.DEFAULTS, NEVER));

        assertThat(new LeaveOneOut(BinaryMetric.ROC_AUC).of(plain, alone, folds))
                .isEmpty();
    }
}
