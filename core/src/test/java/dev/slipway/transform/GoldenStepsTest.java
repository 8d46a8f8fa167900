package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.Derive.Derivation;
import dev.slipway.transform.Impute.Fill;
import dev.slipway.transform.Scale.By;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Steps for numbers against scikit-learn 1.2.1, on all of its reference numbers that are ours to equal. */
class GoldenStepsTest {
    private static final List<String> ALL = ScikitLearn.NUMBERS;
    private static final List<String> TWO = List.of("Age", "Fare");
    private static final double CLOSE = 1e-9;

    static Stream<Arguments> steps() {
        return Stream.of(
                arguments("SimpleImputer_mean", new Impute(ALL, new Fill.Mean(), false), ALL),
                arguments("SimpleImputer_median", new Impute(ALL, new Fill.Median(), false), ALL),
                arguments("SimpleImputer_most_frequent", new Impute(ALL, new Fill.MostFrequent(), false), ALL),
                arguments("SimpleImputer_constant_-1", new Impute(ALL, new Fill.Constant("-1"), false), ALL),
                arguments(
                        "SimpleImputer_median_add_indicator",
                        new Impute(ALL, new Fill.Median(), true),
                        List.of("Age", "SibSp", "Parch", "Fare", "Age_missing")),
                arguments("StandardScaler", new Scale(ALL), ALL),
                arguments("MinMaxScaler", new Scale(ALL, new By.MinMax(0, 1, false)), ALL),
                arguments("MinMaxScaler_-1_1_clip", new Scale(ALL, new By.MinMax(-1, 1, true)), ALL),
                arguments("MaxAbsScaler", new Scale(ALL, new By.MaxAbs()), ALL),
                arguments("RobustScaler", new Scale(ALL, new By.Robust()), ALL),
                arguments("QuantileTransformer_n10_uniform", new Quantile(ALL, 10), ALL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void the_numbers_are_those_of_scikit_learn(String name, Transformer<?> step, List<String> columns) {
        var golden = ScikitLearn.read();

        var after = step.fit(golden.training()).apply(golden.others());

        ScikitLearn.assertSame(after, columns, golden.of(name).path("new"), CLOSE);
    }

    static Stream<Arguments> stepsBehindMedians() {
        return Stream.of(
                arguments("KBinsDiscretizer_5_uniform_Age_Fare", bins(TWO, 5, Bins.By.WIDTH, false), TWO),
                arguments("KBinsDiscretizer_5_quantile_Age_Fare", bins(TWO, 5, Bins.By.QUANTILE, false), TWO),
                arguments(
                        "KBinsDiscretizer_4_quantile_SibSp_duplicate_edges",
                        bins(List.of("SibSp"), 4, Bins.By.QUANTILE, true),
                        List.of("SibSp=0", "SibSp=1")),
                arguments(
                        "PolynomialFeatures_deg2_Age_Fare",
                        new Polynomial(TWO, 2, false, true),
                        List.of("1", "Age", "Fare", "Age^2", "Age*Fare", "Fare^2")),
                arguments(
                        "PolynomialFeatures_deg2_interaction_only_no_bias_Age_Fare",
                        new Polynomial(TWO, 2, true, false),
                        List.of("Age", "Fare", "Age*Fare")),
                arguments(
                        "PolynomialFeatures_deg3_no_bias_Age_Fare",
                        new Polynomial(TWO, 3, false, false),
                        List.of(
                                "Age",
                                "Fare",
                                "Age^2",
                                "Age*Fare",
                                "Fare^2",
                                "Age^3",
                                "Age^2*Fare",
                                "Age*Fare^2",
                                "Fare^3")),
                arguments("Binarizer_30", derived("CAST(%s > 30 AS integer)"), derivedNames()),
                arguments(
                        "Normalizer_l2",
                        derived("%s / SQRT(Age * Age + SibSp * SibSp + Parch * Parch + Fare * Fare)"),
                        derivedNames()));
    }

    private static Bins bins(List<String> columns, int count, Bins.By by, boolean oneHot) {
        return new Bins(columns, count, by, oneHot);
    }

    private static Derive derived(String expression) {
        return new Derive(ALL.stream()
                .map(column -> new Derivation(column + "_derived", expression.formatted(column)))
                .toList());
    }

    private static List<String> derivedNames() {
        return ALL.stream().map(column -> column + "_derived").toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stepsBehindMedians")
    void so_are_those_behind_an_imputation(String name, Transformer<?> step, List<String> columns) {
        var golden = ScikitLearn.read();
        var impute = new Impute(ALL, new Fill.Median(), false).fit(golden.training());

        var after = step.fit(impute.apply(golden.training())).apply(impute.apply(golden.others()));

        ScikitLearn.assertSame(after, columns, golden.of(name).path("new"), CLOSE);
    }

    @Test
    void powers_are_found_as_scikit_learn_finds_them() {
        var golden = ScikitLearn.read();
        var expected = golden.of("PowerTransformer_yeo_johnson");

        var fitted = (FittedYeoJohnson) new YeoJohnson(ALL).fit(golden.training());

        for (var bend : fitted.bends()) {
            double lambda = expected.path("fit_params")
                    .path("lambdas_")
                    .path(ALL.indexOf(bend.column()))
                    .asDouble();
            assertThat(bend.power().lambda()).as(bend.column()).isCloseTo(lambda, within(1e-5 * Math.abs(lambda)));
        }
        ScikitLearn.assertSame(fitted.apply(golden.others()), ALL, expected.path("new"), 1e-5);
    }

    @Test
    void the_edges_of_intervals_are_those_of_scikit_learn_and_equal_ones_count_once() {
        var golden = ScikitLearn.read();
        var impute = new Impute(ALL, new Fill.Median(), false).fit(golden.training());
        var training = impute.apply(golden.training());

        assertEdges(bins(TWO, 5, Bins.By.WIDTH, false), training, golden.of("KBinsDiscretizer_5_uniform_Age_Fare"));
        assertEdges(bins(TWO, 5, Bins.By.QUANTILE, false), training, golden.of("KBinsDiscretizer_5_quantile_Age_Fare"));
    }

    private static void assertEdges(Bins step, Table training, JsonNode golden) {
        var cuts = ((FittedBins) step.fit(training)).cuts();
        for (int place = 0; place < cuts.size(); place++) {
            var expected = golden.path("bin_edges_").path(place);
            var edges = cuts.get(place).edges();
            assertThat(edges.size()).isEqualTo(expected.size() - 2);
            for (int edge = 0; edge < edges.size(); edge++) {
                assertThat(edges.at(edge)).isCloseTo(expected.path(edge + 1).asDouble(), within(CLOSE));
            }
        }
    }

    @Test
    void of_several_most_frequent_values_the_smallest_is_put() {
        var golden = ScikitLearn.read().of("SimpleImputer_most_frequent_tie_rule");
        double[] input = IntStream.range(0, golden.path("input").size())
                .mapToDouble(row -> golden.path("input").path(row).path(0).asDouble())
                .toArray();

        var fitted =
                new Impute(List.of("n"), new Fill.MostFrequent(), false).fit(Table.of(NumberColumn.of("n", input)));

        assertThat(fitted.apply(Table.of(NumberColumn.of("n", Missing.where(1, row -> true), 0)))
                        .column("n")
                        .number(0))
                .isEqualTo(golden.path("statistics_").path(0).asDouble());
    }

    /** Scikit-learn leaves such a column out without a word; here the word has to be said. */
    @Test
    void a_column_without_any_value_is_refused_until_it_is_dropped() {
        var golden = ScikitLearn.read().of("SimpleImputer_all_missing_column");
        var training =
                Table.of(NumberColumn.of("none", Missing.where(2, row -> true), 0, 0), IntegerColumn.of("some", 1, 2));

        assertThatThrownBy(() -> new Impute(List.of(), new Fill.Mean(), false).fit(training))
                .hasMessageContaining("TRANSFORM-ALL-MISSING")
                .hasMessageContaining("column 'none'");
        var dropped = new Drop(List.of("none")).apply(training);
        ScikitLearn.assertSame(
                new Impute(List.of(), new Fill.Mean(), false).fit(dropped).apply(dropped),
                List.of("some"),
                golden.path("transform"),
                CLOSE);
    }

    @Test
    void a_constant_column_is_scaled_by_one() {
        var golden = ScikitLearn.read().of("StandardScaler_constant_column");

        var fitted = new Scale(List.of()).fit(Table.of(NumberColumn.of("same", 2, 2, 2)));

        ScikitLearn.assertSame(
                fitted.apply(Table.of(NumberColumn.of("same", 2, 5))),
                List.of("same"),
                golden.path("transform_2_5"),
                CLOSE);
    }

    @Test
    void steps_in_a_row_make_the_matrix_of_scikit_learns_pipeline() {
        var golden = ScikitLearn.read();
        var table = Titanic.mixed();
        var others = golden.othersWithClass();
        var words = List.of("Sex", "Embarked", "Pclass");
        for (var step : List.of(
                new Impute(ALL, new Fill.Median(), false),
                new Scale(ALL),
                new Impute(List.of("Sex", "Embarked"), new Fill.MostFrequent(), false),
                new OneHot(words))) {
            var fitted = step.fit(table);
            table = fitted.apply(table);
            others = fitted.apply(others);
        }

        var names = golden.of("full_pipeline_titanic")
                .path("feature_names")
                .valueStream()
                .map(name -> name.asString().replaceAll("^.*?__", ""))
                .map(name -> ALL.contains(name) ? name : name.replace('_', '='))
                .toList();
        assertThat(others.names()).containsExactlyElementsOf(names);
        ScikitLearn.assertSame(others, names, golden.of("full_pipeline_titanic").path("new_matrix"), CLOSE);
    }

    @Test
    void principal_components_of_the_titanic_are_those_of_scikit_learn() {
        var golden = ScikitLearn.read().of("PCA_titanic_Xs");
        var table = Titanic.scaled();

        var fitted = (FittedPca) new Pca(table.names(), new Pca.Keep.Components(6), "pc").fit(table);

        for (int place = 0; place < 6; place++) {
            var component = fitted.components().get(place);
            assertThat(component.variance())
                    .isCloseTo(golden.path("explained_variance_").path(place).asDouble(), within(CLOSE));
            assertThat(component.share())
                    .isCloseTo(
                            golden.path("explained_variance_ratio_").path(place).asDouble(), within(CLOSE));
            for (int weight = 0; weight < 6; weight++) {
                assertThat(Math.abs(component.weights().at(weight)))
                        .isCloseTo(
                                golden.path("components_abs")
                                        .path(place)
                                        .path(weight)
                                        .asDouble(),
                                within(CLOSE));
            }
        }
    }
}
