package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.model.LinearFunction;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogisticRegressionTest {
    private static final Path DATA = Path.of(System.getProperty("slipway.root"), "../shared/data");

    @ParameterizedTest
    @CsvSource({"C=1.0, 1", "C=0.01, 0.01", "C=1000000.0, 1000000"})
    void titanic_gives_the_weights_of_scikit_learn(String key, double c) throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the reference data are not on this machine");
        JsonNode golden = JsonMapper.shared()
                .readTree(DATA.resolve("golden/transformers.json").toFile())
                .path("LogisticRegression_titanic_891")
                .path(key);
        var titanic = Titanic.read(DATA.resolve("sets/titanic/titanic.csv"));

        LinearFunction line = new LogisticRegression(c).fit(titanic.standardised(), 6, titanic.survived(), () -> false);

        assertThat(line.intercept()).isCloseTo(golden.path("intercept").doubleValue(), within(1e-5));
        for (int feature = 0; feature < 6; feature++) {
            assertThat(line.weight(feature))
                    .isCloseTo(golden.path("coef").path(feature).doubleValue(), within(1e-5));
        }
        for (int row = 0; row < 10; row++) {
            assertThat(line.probability(titanic.standardised(), row * 6))
                    .isCloseTo(golden.path("proba_first_10").path(row).doubleValue(), within(1e-5));
        }
    }

    @Test
    void without_features_the_intercept_is_the_logit_of_the_share() {
        LinearFunction line = LogisticRegression.DEFAULTS.fit(new double[0], 0, new int[] {1, 1, 1, 0}, () -> false);

        assertThat(line.intercept()).isCloseTo(Math.log(3), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"12, 1", "12, 1e6", "40, 0.1", "510, 1"})
    void the_gradient_of_the_stated_objective_is_zero_at_the_answer(int columns, double c) {
        var random = new SplittableRandom(columns);
        int rows = 200;
        var matrix = new double[rows * columns];
        var truth = new int[rows];
        var weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < columns; feature++) {
                // Columns of very different size, and mostly zeros as after one-hot encoding.
                matrix[row * columns + feature] =
                        random.nextInt(3) > 0 ? 0 : random.nextGaussian() * Math.pow(10, feature % 7 - 2);
            }
            truth[row] = random.nextDouble() < 0.3 + 0.4 * (row % 2) ? 1 : 0;
            weights[row] = random.nextInt(4);
        }

        LinearFunction line = new LogisticRegression(c).fit(matrix, columns, truth, weights, () -> false);

        double[] gradient = gradient(line, matrix, columns, truth, weights, c);
        double[] sizes = sizes(matrix, columns);
        double total = DoubleStream.of(weights).sum();
        for (int i = 0; i <= columns; i++) {
            assertThat(gradient[i] / sizes[i] / (c * total)).as("variable " + i).isCloseTo(0, within(1e-8));
        }
    }

    /** Written from the formula, on its own: w + C · Σ weight · (p - y) · x; the intercept last, without w. */
    private static double[] gradient(
            LinearFunction line, double[] matrix, int columns, int[] truth, double[] weights, double c) {
        var gradient = new double[columns + 1];
        for (int feature = 0; feature < columns; feature++) {
            gradient[feature] = line.weight(feature);
        }
        for (int row = 0; row < truth.length; row++) {
            double error = c * weights[row] * (line.probability(matrix, row * columns) - truth[row]);
            for (int feature = 0; feature < columns; feature++) {
                gradient[feature] += error * matrix[row * columns + feature];
            }
            gradient[columns] += error;
        }
        return gradient;
    }

    private static double[] sizes(double[] matrix, int columns) {
        var sizes = new double[columns + 1];
        Arrays.fill(sizes, 1e-300);
        sizes[columns] = 1;
        for (int i = 0; i < matrix.length; i++) {
            sizes[i % columns] = Math.max(sizes[i % columns], Math.abs(matrix[i]));
        }
        return sizes;
    }

    @Test
    void a_row_of_weight_two_is_the_row_twice() {
        double[] once = {0.5, -1, 2, 0.3};
        double[] twice = {0.5, -1, -1, 2, 0.3};

        LinearFunction weighted = LogisticRegression.DEFAULTS.fit(
                once, 1, new int[] {0, 0, 1, 1}, new double[] {1, 2, 1, 1}, () -> false);
        LinearFunction repeated = LogisticRegression.DEFAULTS.fit(twice, 1, new int[] {0, 0, 0, 1, 1}, () -> false);

        assertThat(weighted.weight(0)).isCloseTo(repeated.weight(0), within(1e-9));
        assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-9));
    }

    @Test
    void columns_that_say_the_same_share_the_weight() {
        double[] collinear = {1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0};

        LinearFunction line = LogisticRegression.DEFAULTS.fit(collinear, 3, new int[] {1, 0, 0, 1}, () -> false);

        assertThat(line.weight(0)).isCloseTo(line.weight(2), within(1e-9));
        assertThat(line.weight(0)).isCloseTo(-line.weight(1), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1", "1e4", "1e9"})
    void data_that_separate_perfectly_give_finite_weights(double c) {
        LinearFunction line =
                new LogisticRegression(c).fit(new double[] {-2, -1, 1, 2}, 1, new int[] {0, 0, 1, 1}, () -> false);

        assertThat(line.weight(0)).isFinite().isPositive();
        assertThat(line.intercept()).isCloseTo(0, within(1e-6));
    }

    @Test
    void the_same_rows_give_the_same_bits() {
        double[] matrix = new SplittableRandom(5).doubles(300).toArray();
        int[] truth = new SplittableRandom(6).ints(100, 0, 2).toArray();

        LinearFunction once = LogisticRegression.DEFAULTS.fit(matrix, 3, truth, () -> false);
        LinearFunction again = LogisticRegression.DEFAULTS.fit(matrix, 3, truth, () -> false);

        assertThat(again.json().toString()).isEqualTo(once.json().toString());
    }

    @Test
    void a_fit_that_is_told_to_stop_stops() {
        assertThatThrownBy(() -> LogisticRegression.DEFAULTS.fit(new double[] {0, 1}, 1, new int[] {0, 1}, () -> true))
                .isInstanceOf(BudgetOver.class);
    }

    @Test
    void what_it_cannot_fit_is_a_problem_that_names_it() {
        assertThatThrownBy(() -> new LogisticRegression(0))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("c is 0.0, outside");
        assertThatThrownBy(() -> fit(new double[] {1, Double.NaN}, 1, 0, 1))
                .hasMessageContaining("TRAIN-NOT-FINITE")
                .hasMessageContaining("row 2, feature 1");
        assertThatThrownBy(() -> fit(new double[] {1, 2}, 1, 1, 1)).hasMessageContaining("TRAIN-ONE-CLASS");
    }

    private static LinearFunction fit(double[] matrix, int columns, int... truth) {
        return LogisticRegression.DEFAULTS.fit(matrix, columns, truth, () -> false);
    }
}
