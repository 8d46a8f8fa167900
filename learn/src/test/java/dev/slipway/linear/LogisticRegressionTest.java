package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.RowWeights;
import dev.slipway.algorithm.Titanic;
import dev.slipway.model.LinearFunction;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

        LinearFunction line = fit(new LogisticRegression(c, 0), titanic.standardised(), 6, titanic.survived());

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
        LinearFunction line = fit(LogisticRegression.DEFAULTS, new double[0], 0, 1, 1, 1, 0);

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

        LinearFunction line = fit(new LogisticRegression(c, 0), matrix, columns, truth, weights);

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

        LinearFunction weighted =
                fit(LogisticRegression.DEFAULTS, once, 1, new int[] {0, 0, 1, 1}, new double[] {1, 2, 1, 1});
        LinearFunction repeated = fit(LogisticRegression.DEFAULTS, twice, 1, 0, 0, 0, 1, 1);

        assertThat(weighted.weight(0)).isCloseTo(repeated.weight(0), within(1e-9));
        assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-9));
    }

    @Test
    void columns_that_say_the_same_share_the_weight() {
        double[] collinear = {1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0};

        LinearFunction line = fit(LogisticRegression.DEFAULTS, collinear, 3, 1, 0, 0, 1);

        assertThat(line.weight(0)).isCloseTo(line.weight(2), within(1e-9));
        assertThat(line.weight(0)).isCloseTo(-line.weight(1), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1", "1e4", "1e9"})
    void data_that_separate_perfectly_give_finite_weights(double c) {
        LinearFunction line = fit(new LogisticRegression(c, 0), new double[] {-2, -1, 1, 2}, 1, 0, 0, 1, 1);

        assertThat(line.weight(0)).isFinite().isPositive();
        assertThat(line.intercept()).isCloseTo(0, within(1e-6));
    }

    @Test
    void the_same_rows_give_the_same_bits() {
        double[] matrix = new SplittableRandom(5).doubles(300).toArray();
        int[] truth = new SplittableRandom(6).ints(100, 0, 2).toArray();

        LinearFunction once = fit(LogisticRegression.DEFAULTS, matrix, 3, truth);
        LinearFunction again = fit(LogisticRegression.DEFAULTS, matrix, 3, truth);

        assertThat(again.json().toString()).isEqualTo(once.json().toString());
    }

    @Test
    void a_fit_that_is_told_to_stop_stops() {
        var rows = SparseRows.dense(2, 1, 0, 1);

        assertThatThrownBy(() ->
                        LogisticRegression.DEFAULTS.fit(rows, 2, new int[] {0, 1}, RowWeights.of(1, 1), () -> true))
                .isInstanceOf(BudgetOver.class);
    }

    @Test
    void what_it_cannot_fit_is_a_problem_that_names_it() {
        assertThatThrownBy(() -> new LogisticRegression(0, 0))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("c is 0.0, outside");
        assertThatThrownBy(() -> fit(LogisticRegression.DEFAULTS, new double[] {1, Double.NaN}, 1, 0, 1))
                .hasMessageContaining("TRAIN-NOT-FINITE")
                .hasMessageContaining("row 2, feature 1");
        assertThatThrownBy(() -> fit(LogisticRegression.DEFAULTS, new double[] {1, 2}, 1, 1, 1))
                .hasMessageContaining("TRAIN-ONE-CLASS");
    }

    @ParameterizedTest
    @CsvSource({"4", "340"})
    void three_classes_reach_the_stated_minimum_with_few_columns_and_with_many(int columns) {
        int rows = 300;
        double[] matrix =
                new SplittableRandom(11).doubles((long) rows * columns, -1, 1).toArray();
        int[] truth = new SplittableRandom(12).ints(rows, 0, 3).toArray();
        for (int row = 0; row < rows; row++) {
            truth[row] = matrix[row * columns] > 0.3 ? 2 : truth[row];
        }

        List<LinearFunction> lines = fit(new LogisticRegression(2, 0), matrix, columns, 3, truth);

        for (int label = 0; label < 3; label++) {
            var gradient = new double[columns + 1];
            for (int row = 0; row < rows; row++) {
                double error = softmax(lines, matrix, row * columns, label) - (truth[row] == label ? 1 : 0);
                for (int feature = 0; feature < columns; feature++) {
                    gradient[feature] += 2 * error * matrix[row * columns + feature];
                }
                gradient[columns] += error;
            }
            for (int feature = 0; feature < columns; feature++) {
                assertThat(gradient[feature] + lines.get(label).weight(feature)).isCloseTo(0, within(1e-6));
            }
            assertThat(gradient[columns]).isCloseTo(0, within(1e-6));
        }
        assertThat(lines.stream().mapToDouble(LinearFunction::intercept).sum()).isCloseTo(0, within(1e-9));
    }

    private static double softmax(List<LinearFunction> lines, double[] matrix, int offset, int label) {
        double own = lines.get(label).margin(matrix, offset);
        return 1
                / lines.stream()
                        .mapToDouble(line -> Math.exp(line.margin(matrix, offset) - own))
                        .sum();
    }

    @ParameterizedTest
    @CsvSource({"2, 0.05, 1", "2, 0.1, 0.5", "3, 0.05, 1", "4, 0.1, 0.5"})
    void with_an_l1_part_no_weight_can_move_for_the_better(int classes, double c, double l1Ratio) {
        int rows = 240;
        int columns = 8;
        double[] matrix =
                new SplittableRandom(21).doubles((long) rows * columns, -1, 2).toArray();
        int[] truth = new SplittableRandom(22).ints(rows, 0, classes).toArray();
        for (int row = 0; row < rows; row++) {
            truth[row] = matrix[row * columns] + matrix[row * columns + 1] > 1.5 ? classes - 1 : truth[row];
        }

        List<LinearFunction> lines = fit(new LogisticRegression(c, l1Ratio), matrix, columns, classes, truth);

        int zeros = 0;
        for (int at = 0; at < lines.size(); at++) {
            int label = classes == 2 ? 1 : at;
            LinearFunction line = lines.get(at);
            for (int feature = 0; feature < columns; feature++) {
                double slope = 0;
                for (int row = 0; row < rows; row++) {
                    double likely = classes == 2
                            ? line.probability(matrix, row * columns)
                            : softmax(lines, matrix, row * columns, label);
                    slope += c * (likely - (truth[row] == label ? 1 : 0)) * matrix[row * columns + feature];
                }
                slope += (1 - l1Ratio) * line.weight(feature);
                if (line.weight(feature) == 0) {
                    zeros++;
                    assertThat(Math.abs(slope)).isLessThanOrEqualTo(l1Ratio + 1e-5);
                } else {
                    assertThat(slope).isCloseTo(-l1Ratio * Math.signum(line.weight(feature)), within(1e-5));
                }
            }
        }
        assertThat(zeros).isPositive().isLessThan(lines.size() * columns);
    }

    private static LinearFunction fit(LogisticRegression regression, double[] matrix, int columns, int... truth) {
        return fit(regression, matrix, columns, 2, truth).get(0);
    }

    private static List<LinearFunction> fit(
            LogisticRegression regression, double[] matrix, int columns, int classes, int[] truth) {
        var ones = new double[truth.length];
        Arrays.fill(ones, 1);
        return regression.fit(
                SparseRows.dense(truth.length, columns, matrix), classes, truth, RowWeights.of(ones), () -> false);
    }

    private static LinearFunction fit(
            LogisticRegression regression, double[] matrix, int columns, int[] truth, double[] weights) {
        return regression
                .fit(SparseRows.dense(truth.length, columns, matrix), 2, truth, RowWeights.of(weights), () -> false)
                .get(0);
    }
}
