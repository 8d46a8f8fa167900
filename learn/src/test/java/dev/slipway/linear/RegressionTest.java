package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.RowWeights;
import dev.slipway.model.LinearFunction;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegressionTest {
    private static final Path DATA = Path.of(System.getProperty("slipway.root"), "../shared/data");

    /** Blocks of California without a gap: eight columns, and the value of a house. */
    private record Blocks(int rows, List<Double> cells, List<Double> values) {
        static Blocks read(JsonNode golden) throws IOException {
            var file = DATA.resolve("sets/california/housing.csv.gz");
            try (var reader = CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(
                            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                List<NamedCsvRecord> whole = reader.stream()
                        .filter(block -> block.getFields().stream().noneMatch(String::isEmpty))
                        .toList();
                var cells = whole.stream()
                        .flatMap(block -> golden.path("features")
                                .valueStream()
                                .map(name -> Double.valueOf(block.getField(name.stringValue()))))
                        .toList();
                var values = whole.stream()
                        .map(block -> Double.valueOf(block.getField("median_house_value")))
                        .toList();
                return new Blocks(whole.size(), cells, values);
            }
        }

        double[] matrix() {
            return cells.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double[] truth() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /** Mean 0 and deviation 1 in each column. */
        double[] standardised() {
            double[] matrix = matrix();
            for (int column = 0; column < 8; column++) {
                double mean = 0;
                for (int cell = column; cell < matrix.length; cell += 8) {
                    mean += matrix[cell] / rows;
                }
                double square = 0;
                for (int cell = column; cell < matrix.length; cell += 8) {
                    square += (matrix[cell] - mean) * (matrix[cell] - mean) / rows;
                }
                for (int cell = column; cell < matrix.length; cell += 8) {
                    matrix[cell] = (matrix[cell] - mean) / Math.sqrt(square);
                }
            }
            return matrix;
        }
    }

    private static JsonNode golden() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the reference data are not on this machine");
        return JsonMapper.shared()
                .readTree(DATA.resolve("golden/transformers.json").toFile())
                .path("LinearRegression_california_20433_complete_rows");
    }

    @Test
    void california_gives_the_weights_of_scikit_learn_on_raw_columns() throws IOException {
        var golden = golden();
        var blocks = Blocks.read(golden);

        var line = fit(new Ridge(0), 8, blocks.matrix(), blocks.truth());

        assertLine(line, golden, 1e-8);
        for (int row = 0; row < 5; row++) {
            double wanted = golden.path("prediction_first_5").path(row).doubleValue();
            assertThat(line.margin(blocks.matrix(), row * 8)).isCloseTo(wanted, within(1e-9 * Math.abs(wanted)));
        }
    }

    @Test
    void california_gives_the_weights_of_scikit_learns_ridge() throws IOException {
        var golden = golden();
        var blocks = Blocks.read(golden);

        var line = fit(new Ridge(10), 8, blocks.standardised(), blocks.truth());

        assertLine(line, golden.path("Ridge_alpha10_standardised"), 1e-9);
    }

    private static void assertLine(LinearFunction line, JsonNode golden, double tolerance) {
        double intercept = golden.path("intercept").doubleValue();
        assertThat(line.intercept()).isCloseTo(intercept, within(tolerance * Math.abs(intercept)));
        for (int feature = 0; feature < line.features(); feature++) {
            double wanted = golden.path("coef").path(feature).doubleValue();
            assertThat(line.weight(feature)).isCloseTo(wanted, within(tolerance * Math.abs(wanted)));
        }
    }

    /** Every weight at the minimum of the stated objective: no slope where it is not zero, too little of one where it is. */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.02, 0.5", "0.3, 0"})
    void no_weight_of_an_elastic_net_can_move_for_the_better(double alpha, double l1Ratio) {
        int rows = 150;
        int columns = 10;
        double[] matrix = matrix(rows, columns);
        double[] truth = truth(rows, columns, matrix);
        double[] weights = new SplittableRandom(3).doubles(rows, 0, 3).toArray();

        var line = new ElasticNet(alpha, l1Ratio)
                .fit(SparseRows.dense(rows, columns, matrix), truth, RowWeights.of(weights), () -> false);

        double total = Arrays.stream(weights).sum();
        int zeros = 0;
        for (int feature = 0; feature < columns; feature++) {
            double slope = alpha * (1 - l1Ratio) * line.weight(feature);
            for (int row = 0; row < rows; row++) {
                double error = line.margin(matrix, row * columns) - truth[row];
                slope += weights[row] / total * error * matrix[row * columns + feature];
            }
            if (line.weight(feature) == 0) {
                zeros++;
                assertThat(Math.abs(slope)).isLessThanOrEqualTo(alpha * l1Ratio + 1e-9);
            } else {
                assertThat(slope).isCloseTo(-alpha * l1Ratio * Math.signum(line.weight(feature)), within(1e-8));
            }
        }
        assertThat(zeros > 0).isEqualTo(l1Ratio > 0);
    }

    private static double[] matrix(int rows, int columns) {
        var random = new SplittableRandom(1);
        var matrix = new double[rows * columns];
        Arrays.setAll(matrix, cell -> random.nextInt(3) == 0 ? 0 : random.nextDouble() * (1 + cell % columns) - 1);
        return matrix;
    }

    private static double[] truth(int rows, int columns, double[] matrix) {
        var random = new SplittableRandom(2);
        var truth = new double[rows];
        Arrays.setAll(
                truth, row -> 50 + 2 * matrix[row * columns] - matrix[row * columns + 3] + random.nextDouble() / 10);
        return truth;
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void many_columns_are_solved_as_few_are(double alpha) {
        int rows = 900;
        int columns = 510;
        double[] matrix = matrix(rows, columns);
        double[] truth = truth(rows, columns, matrix);

        var line = fit(new Ridge(alpha), columns, matrix, truth);

        var slopes = new double[columns];
        for (int row = 0; row < rows; row++) {
            double error = line.margin(matrix, row * columns) - truth[row];
            for (int feature = 0; feature < columns; feature++) {
                slopes[feature] += error * matrix[row * columns + feature];
            }
        }
        for (int feature = 0; feature < columns; feature++) {
            assertThat(slopes[feature] + alpha * line.weight(feature)).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void a_column_that_others_determine_gets_no_weight_of_its_own() {
        double[] dummies = {1, 0, 5, 1, 0, 5, 0, 1, 5, 0, 1, 5};

        var line = fit(new Ridge(0), 3, dummies, 10, 12, 20, 22);

        assertThat(line.weight(0)).isCloseTo(-10, within(1e-9));
        assertThat(line.weight(1)).isZero();
        assertThat(line.weight(2)).isZero();
        assertThat(line.intercept()).isCloseTo(21, within(1e-9));
    }

    @Test
    void a_row_of_weight_two_is_the_row_twice() {
        for (Regression regression : List.of(new Ridge(1), new ElasticNet(0.1, 0.5))) {
            var weighted = regression.fit(
                    SparseRows.dense(3, 1, 1, 2, 4), new double[] {1, 3, 4}, RowWeights.of(1, 2, 1), () -> false);
            var repeated = fit(regression, 1, new double[] {1, 2, 2, 4}, 1, 3, 3, 4);

            assertThat(weighted.weight(0)).isCloseTo(repeated.weight(0), within(1e-9));
            assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-9));
        }
    }

    @Test
    void what_it_cannot_fit_is_a_problem_that_names_it() {
        assertThatThrownBy(() -> new Ridge(-1)).hasMessageContaining("alpha is -1.0, outside");
        assertThatThrownBy(() -> new ElasticNet(1, 2)).hasMessageContaining("l1_ratio is 2.0, outside");
        assertThatThrownBy(() -> fit(new Ridge(1), 1, new double[] {1, 1e308}, 1, 2))
                .hasMessageContaining("TRAIN-NOT-FINITE")
                .hasMessageContaining("row 2, feature 1")
                .hasMessageContaining("1.0E308");
        assertThatThrownBy(() -> RowWeights.of(1, -2)).hasMessageContaining("a row weight is -2.0");
        assertThatThrownBy(() -> RowWeights.of(0, 0)).hasMessageContaining("the weights of 2 rows sum to 0.0");
        for (Regression regression : List.of(new Ridge(1), new ElasticNet(0.1, 0.5))) {
            assertThatThrownBy(() -> regression.fit(
                            SparseRows.dense(2, 1, 1, 2), new double[] {1, 3}, RowWeights.of(1, 1), () -> true))
                    .isInstanceOf(BudgetOver.class);
        }
    }

    private static LinearFunction fit(Regression regression, int columns, double[] matrix, double... truth) {
        var ones = new double[truth.length];
        Arrays.fill(ones, 1);
        return regression.fit(SparseRows.dense(truth.length, columns, matrix), truth, RowWeights.of(ones), () -> false);
    }
}
