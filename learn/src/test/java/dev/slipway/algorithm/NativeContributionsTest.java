package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.slipway.model.Matrix;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.shapley.TreeContributions;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each column adds, beside what the libraries say that grew the trees. */
@Tag("slow")
class NativeContributionsTest {
    private static final int ROWS = 400;
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");

    private final Random random = new Random(8);
    private final Table table = Table.of(COLUMNS.stream().map(this::column).toArray(NumberColumn[]::new));

    private NumberColumn column(String name) {
        var missing = Missing.where(ROWS, row -> random.nextInt(6) == 0);
        return NumberColumn.of(name, missing, random.doubles(ROWS, 0, 10).toArray());
    }

    @Test
    void classes_of_flowers_and_missing_values_are_shared_out_as_the_library_does() throws XGBoostError, IOException {
        var labels = List.of("iris", "lily", "rose");
        int[] truth = IntStream.range(0, ROWS)
                .map(row -> value("a", row) > 5 ? 2 : value("b", row) * value("c", row) > 20 ? 1 : 0)
                .toArray();

        compare(fitted(Training.of(table, new Target.Classes("flower", labels), truth)), 3);
    }

    @Test
    void a_quantity_is_shared_out_as_the_library_does() throws XGBoostError, IOException {
        double[] truth = IntStream.range(0, ROWS)
                .mapToDouble(row -> 3 * value("a", row) + value("b", row) * value("c", row))
                .toArray();

        compare(fitted(Training.ofNumbers(table, new Target.Quantity("height"), truth)), 1);
    }

    @Test
    void lightgbm_shares_classes_and_missing_values_out_the_same() throws IOException {
        var labels = List.of("iris", "lily", "rose");
        int[] truth = IntStream.range(0, ROWS)
                .map(row -> value("a", row) > 5 ? 2 : value("b", row) * value("c", row) > 20 ? 1 : 0)
                .toArray();
        var params = new LightgbmParams(30, 15, 0.3, 1, 1, 1, 5, 0, 1);
        var model =
                fitted(params, NativeLibrary.LIGHTGBM, Training.of(table, new Target.Classes("flower", labels), truth));
        double[] rows = Matrix.doubles(table, COLUMNS);
        var contributions = TreeContributions.of(model.trees().view(), 4);

        LGBMBooster.loadNative();
        try (var booster = new NativeLightgbm(new String(model.trees().file(), StandardCharsets.UTF_8))) {
            double[] wanted = booster.predict(rows, ROWS, 15, PredictionType.C_API_PREDICT_CONTRIB);
            for (int row = 0; row < ROWS; row++) {
                double[] found = contributions.of(rows, 4 * row);
                for (int group = 0; group < 3; group++) {
                    for (int column = 0; column < 4; column++) {
                        assertThat(found[group * 4 + column])
                                .isCloseTo(wanted[row * 15 + group * 5 + column], within(1e-9));
                    }
                    assertThat(contributions.base(group)).isCloseTo(wanted[row * 15 + group * 5 + 4], within(1e-9));
                }
            }
        }
    }

    private double value(String column, int row) {
        double value = table.column(column).number(row);
        return Double.isNaN(value) ? 0 : value;
    }

    private static TreeModel fitted(Training training) {
        return fitted(new XgboostParams(30, 5, 0.3, 1, 1, 1, 1, 0, 1), NativeLibrary.XGBOOST, training);
    }

    private static TreeModel fitted(TreeParams params, NativeLibrary library, Training training) {
        var noon = Instant.parse("2026-03-01T12:00:00Z");
        var soon = new Deadline(InstantSource.fixed(noon), noon.plusSeconds(60));
        try (var boosting = new Boosting(library, soon, 1)) {
            return (TreeModel) new Pipeline(List.of(), new BoostedTrees(params, boosting))
                    .fit(training)
                    .model();
        }
    }

    private void compare(TreeModel model, int groups) throws XGBoostError, IOException {
        var contributions = TreeContributions.of(model.trees().view(), 4);
        var booster = XGBoost.loadModel(new ByteArrayInputStream(model.trees().file()));
        var matrix = new DMatrix(Matrix.floats(table, COLUMNS), ROWS, 4, Float.NaN);
        try {
            float[][] wanted = booster.predictContrib(matrix, 0);
            double[] rows = Matrix.doubles(table, COLUMNS);
            for (int row = 0; row < ROWS; row++) {
                double[] found = contributions.of(rows, 4 * row);
                for (int group = 0; group < groups; group++) {
                    for (int column = 0; column < 4; column++) {
                        assertThat(found[group * 4 + column]).isCloseTo(wanted[row][group * 5 + column], within(1e-4));
                    }
                    assertThat(contributions.base(group)).isCloseTo(wanted[row][group * 5 + 4], within(1e-4));
                }
            }
        } finally {
            matrix.dispose();
            booster.dispose();
        }
    }
}
