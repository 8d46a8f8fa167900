package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be asked of boosted trees of either library, beside their sizes. */
@Tag("slow")
class GuidanceTest {
    private static final int ROWS = 800;
    private static final Target.Classes TARGET = new Target.Classes("late", java.util.List.of("no", "yes"));

    private final Table table = table();

    static Stream<TreeParams> libraries() {
        return Stream.of(
                new XgboostParams(80, 4, 0.2, 1, 1, 1, 1, 3, 1), new LightgbmParams(80, 15, 0.2, 1, 1, 1, 5, 3, 1));
    }

    private static Table table() {
        var random = new SplittableRandom(11);
        return Table.of(
                NumberColumn.of(
                        "wind",
                        DoubleStream.generate(random::nextDouble).limit(ROWS).toArray()),
                NumberColumn.of(
                        "price",
                        DoubleStream.generate(random::nextDouble).limit(ROWS).toArray()));
    }

    /** Often late in strong wind, and seldom otherwise; a tenth are late in all. */
    private Training lateness() {
        var random = new SplittableRandom(12);
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextDouble() < 0.2 * table.column("wind").number(row) ? 1 : 0;
        }
        return Training.of(table, TARGET, labels);
    }

    private Training consumption() {
        var random = new SplittableRandom(13);
        double[] numbers = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = 10 * table.column("wind").number(row) + 4 * random.nextDouble();
        }
        return Training.ofNumbers(table, new Target.Quantity("fuel"), numbers);
    }

    private static TreeModel fit(TreeParams params, Guidance guidance, Training training) {
        var clock = InstantSource.system();
        var deadline = new Deadline(clock, clock.instant().plus(Duration.ofMinutes(5)));
        try (var boosting = new Boosting(params.library(), deadline, 1)) {
            return new BoostedTrees(params, guidance, boosting).fit(training);
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void classes_of_equal_weight_make_the_rare_one_likelier(TreeParams params) {
        var balanced = new Guidance(new ClassWeights.Balanced(), 0, new TreeMap<>());

        double plain = mean(fit(params, Guidance.NONE, lateness()));
        double weighed = mean(fit(params, balanced, lateness()));

        assertThat(plain).isBetween(0.05, 0.2);
        assertThat(weighed).isGreaterThan(1.3 * plain);
    }

    private double mean(TreeModel model) {
        return DoubleStream.of(model.predict(table).positive()).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void patience_ends_the_growth_before_noise_is_learned_by_heart(TreeParams params) {
        var patient = new Guidance(ClassWeights.even(), 10, new TreeMap<>());

        var stopped = fit(params, patient, lateness());

        assertThat(stopped.trees().size()).isLessThan(40).isPositive();
        assertThat(fit(params, Guidance.NONE, lateness()).trees().size()).isEqualTo(80);
        assertThat(fit(params, patient, lateness()).predict(table)).isEqualTo(stopped.predict(table));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void an_answer_that_may_only_rise_with_a_column_never_falls_with_it(TreeParams params) {
        var rising = new Guidance(ClassWeights.even(), 0, new TreeMap<>(Map.of("wind", 1)));

        assertThat(falls(fit(params, Guidance.NONE, consumption()))).isPositive();
        assertThat(falls(fit(params, rising, consumption()))).isZero();
    }

    /** How often more wind means less fuel at one price, along a fine grid. */
    private static int falls(TreeModel model) {
        int steps = 400;
        double[] wind =
                DoubleStream.iterate(0, at -> at + 1.0 / steps).limit(steps).toArray();
        double[] price = new double[steps];
        java.util.Arrays.fill(price, 0.5);
        double[] answers = model.predict(Table.of(NumberColumn.of("wind", wind), NumberColumn.of("price", price)))
                .numbers();
        int falls = 0;
        for (int step = 1; step < steps; step++) {
            falls += answers[step] < answers[step - 1] ? 1 : 0;
        }
        return falls;
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_column_that_does_not_reach_the_trees_is_named_with_the_nearest(TreeParams params) {
        var unknown = new Guidance(ClassWeights.even(), 0, new TreeMap<>(Map.of("winds", 1)));

        assertThatThrownBy(() -> fit(params, unknown, consumption()))
                .hasMessageContaining("TRAIN-MONOTONE")
                .hasMessageContaining("did you mean 'wind'?");
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void rows_that_count_nothing_are_not_learned_from(TreeParams params) {
        var training = lateness();
        double[] weights = new double[ROWS];
        int[] labels = training.labels();
        for (int row = 0; row < ROWS; row++) {
            weights[row] = labels[row] == 1 ? 0 : 1;
        }

        assertThat(mean(fit(params, Guidance.NONE, training.weighted(weights)))).isLessThan(0.02);
    }
}
