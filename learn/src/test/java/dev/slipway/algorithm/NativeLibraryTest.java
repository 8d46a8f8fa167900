package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.algorithm.TrainingWorker.Growth;
import dev.slipway.problem.SlipwayException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every library has to keep, each in a real process of its own. */
@Tag("slow")
class NativeLibraryTest {
    private static final int ROWS = 600;
    private static final int COLUMNS = 4;
    private static final Duration AMPLE = Duration.ofMinutes(2);

    private final float[] values = values();

    private static float[] values() {
        var random = new SplittableRandom(5);
        var values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextDouble();
        }
        return values;
    }

    /** Mostly what the first column says, and often what nobody can know. */
    private float[] labels() {
        var random = new SplittableRandom(6);
        var labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean told = random.nextDouble() < 0.7;
            labels[row] = told ? (values[row * COLUMNS] > 0.5f ? 1 : 0) : random.nextInt(2);
        }
        return labels;
    }

    private static Growth growth(NativeLibrary library, int rounds, int threads) {
        var settings = new TreeMap<String, String>();
        if (library == NativeLibrary.XGBOOST) {
            settings.putAll(Map.of("objective", "binary:logistic", "base_score", "0.5", "eta", "0.3"));
            settings.put("nthread", Integer.toString(threads));
        } else {
            settings.putAll(Map.of("objective", "binary", "learning_rate", "0.3", "verbosity", "-1"));
            settings.putAll(Map.of("deterministic", "true", "force_row_wise", "true"));
            settings.put("num_threads", Integer.toString(threads));
        }
        return new Growth(rounds, settings);
    }

    @ParameterizedTest
    @EnumSource(NativeLibrary.class)
    void the_same_rows_give_the_same_bytes_whatever_the_threads(NativeLibrary library) {
        try (var worker = TrainingWorker.start(library, 2, 128)) {
            int matrix = worker.matrix(values, COLUMNS, labels());

            byte[] once = worker.train(matrix, growth(library, 20, 1), AMPLE);
            byte[] again = worker.train(matrix, growth(library, 20, 1), AMPLE);

            assertThat(again).isEqualTo(once);
            // The text of LightGBM ends with its settings, the threads among them.
            assertThat(trees(worker.train(matrix, growth(library, 20, 2), AMPLE)))
                    .isEqualTo(trees(once));
        }
    }

    private static String trees(byte[] model) {
        return new String(model, StandardCharsets.UTF_8).replaceAll("(?s)parameters:.*", "");
    }

    @ParameterizedTest
    @EnumSource(NativeLibrary.class)
    void rows_that_weigh_nothing_teach_nothing(NativeLibrary library) {
        try (var worker = TrainingWorker.start(library, 1, 128)) {
            var weights = new float[ROWS];
            java.util.Arrays.fill(weights, 0, ROWS / 2, 1);
            int weighted = worker.matrix(values, COLUMNS, labels(), weights);
            int plain = worker.matrix(values, COLUMNS, labels());

            byte[] halved = worker.train(weighted, growth(library, 5, 1), AMPLE);

            assertThat(trees(halved)).isNotEqualTo(trees(worker.train(plain, growth(library, 5, 1), AMPLE)));
        }
    }

    @ParameterizedTest
    @EnumSource(NativeLibrary.class)
    void the_best_round_is_where_the_loss_on_other_rows_is_least(NativeLibrary library) {
        try (var worker = TrainingWorker.start(library, 1, 128)) {
            int teaching = worker.matrix(part(values, 0, 400, COLUMNS), COLUMNS, part(labels(), 0, 400, 1));
            float[] truth = part(labels(), 400, ROWS, 1);
            int judging = worker.matrix(part(values, 400, ROWS, COLUMNS), COLUMNS, truth);
            var growth = growth(library, 80, 1);

            int best = worker.rounds(teaching, judging, growth, 30, AMPLE);

            assertThat(best).isBetween(1, 50);
            double there = loss(worker, teaching, judging, truth, new Growth(best, growth.settings()));
            assertThat(there)
                    .isLessThan(loss(worker, teaching, judging, truth, new Growth(best + 5, growth.settings())))
                    .isLessThanOrEqualTo(loss(
                            worker, teaching, judging, truth, new Growth(Math.max(1, best - 1), growth.settings())));
        }
    }

    private static float[] part(float[] values, int from, int to, int width) {
        return java.util.Arrays.copyOfRange(values, from * width, to * width);
    }

    private static double loss(TrainingWorker worker, int teaching, int judging, float[] truth, Growth growth) {
        double[] answers = worker.nativeAnswers(judging, worker.train(teaching, growth, AMPLE));
        return IntStream.range(0, truth.length)
                .mapToDouble(row -> -StrictMath.log(truth[row] == 1 ? answers[row] : 1 - answers[row]))
                .sum();
    }

    @ParameterizedTest
    @EnumSource(NativeLibrary.class)
    void what_the_library_refuses_is_said_in_its_own_words(NativeLibrary library) {
        try (var worker = TrainingWorker.start(library, 1, 128)) {
            int matrix = worker.matrix(values, COLUMNS, labels());
            var wrong = new TreeMap<>(growth(library, 5, 1).settings());
            wrong.put("objective", "no-such-thing");

            assertThatThrownBy(() -> worker.train(matrix, new Growth(5, wrong), AMPLE))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("TRAIN-REFUSED")
                    .hasMessageContaining("no-such-thing");
            assertThat(worker.isOpen()).isTrue();
        }
    }

    @Test
    void a_matrix_that_was_never_sent_is_refused() {
        try (var worker = TrainingWorker.start(NativeLibrary.LIGHTGBM, 1, 128)) {
            assertThatThrownBy(() -> worker.train(7, growth(NativeLibrary.LIGHTGBM, 5, 1), AMPLE))
                    .hasMessageContaining("there is no matrix 7");
        }
    }
}
