package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.XgboostTrees;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingWorkerTest {
    private static final int ROWS = 1_000;
    private static final int COLUMNS = 7;
    private static final Duration AMPLE = Duration.ofMinutes(5);

    private static final float[] VALUES = values();
    private static TrainingWorker worker;

    @BeforeAll
    static void start() {
        worker = TrainingWorker.start(NativeLibrary.XGBOOST, 2, 128);
    }

    @AfterAll
    static void close() {
        worker.close();
    }

    /** Whole and broken numbers, both zeros, and one value in eight missing. */
    private static float[] values() {
        var random = new SplittableRandom(1);
        var values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            float number = i % 2 == 0 ? random.nextInt(5) - 2 : (float) random.nextGaussian() * 100;
            values[i] = random.nextInt(8) == 0 ? Float.NaN : number;
        }
        return values;
    }

    private static float[] labels(int classes) {
        var random = new SplittableRandom(2);
        var labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            float first = VALUES[row * COLUMNS];
            float second = VALUES[row * COLUMNS + 1];
            double signal =
                    (Float.isNaN(first) ? 1 : first) + (Float.isNaN(second) ? 0 : second / 50) + random.nextGaussian();
            labels[row] = (float) Math.min(classes - 1, Math.max(0, Math.floor(signal + classes / 2.0)));
        }
        return labels;
    }

    private static XgboostParams params(int threads) {
        return new XgboostParams(37, 5, 0.3, 0.8, 0.7, 1, 1, 11, threads);
    }

    static List<Objective> objectives() {
        return List.of(
                Objective.BINARY,
                new Objective("binary:logistic", 0, 0.3f),
                Objective.number(3.7f),
                Objective.classes(4));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void our_margins_equal_the_native_librarys_to_the_last_bit(Objective objective) {
        int classes = objective.classes() > 0 ? objective.classes() : 2;
        int matrix = worker.matrix(VALUES, COLUMNS, labels(classes));
        byte[] model = worker.train(matrix, params(1).growth(objective), AMPLE);
        XgboostTrees trees = XgboostTrees.read(model);

        float[] theirs = floats(worker.nativeMargins(matrix, model));
        var batch = new float[ROWS * trees.groups()];
        trees.batchMargins(VALUES, ROWS, batch);
        var single = new float[batch.length];
        var one = new float[trees.groups()];
        for (int row = 0; row < ROWS; row++) {
            trees.margins(VALUES, row * COLUMNS, one);
            System.arraycopy(one, 0, single, row * one.length, one.length);
        }

        assertThat(bits(batch)).isEqualTo(bits(theirs));
        assertThat(bits(single)).isEqualTo(bits(theirs));
        worker.forget(matrix);
    }

    /** XGBoost's answers are single precision; the wire is wider. */
    static float[] floats(double... values) {
        var floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToRawIntBits(values[i]))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void our_answers_are_within_float_rounding_of_the_native_librarys(Objective objective) {
        int classes = objective.classes() > 0 ? objective.classes() : 2;
        int matrix = worker.matrix(VALUES, COLUMNS, labels(classes));
        byte[] model = worker.train(matrix, params(1).growth(objective), AMPLE);
        XgboostTrees trees = XgboostTrees.read(model);

        float[] theirs = floats(worker.nativeAnswers(matrix, model));
        var ours = new float[theirs.length];
        trees.batchAnswers(VALUES, ROWS, ours);

        int furthest = IntStream.range(0, ours.length)
                .map(i -> Math.abs(Float.floatToIntBits(ours[i]) - Float.floatToIntBits(theirs[i])))
                .max()
                .orElseThrow();
        // Softmax divides rounded sums of rounded exponentials, so two steps can add up.
        assertThat(furthest)
                .as("steps between neighbouring floats")
                .isLessThanOrEqualTo(objective.classes() > 0 ? 2 : 1);
        worker.forget(matrix);
    }

    @Test
    void the_same_training_gives_the_same_bytes_whatever_the_threads() {
        int matrix = worker.matrix(VALUES, COLUMNS, labels(2));

        byte[] once = worker.train(matrix, params(1).growth(Objective.BINARY), AMPLE);
        byte[] again = worker.train(matrix, params(1).growth(Objective.BINARY), AMPLE);
        byte[] parallel = worker.train(matrix, params(2).growth(Objective.BINARY), AMPLE);

        assertThat(again).isEqualTo(once);
        assertThat(parallel).isEqualTo(once);
    }

    @Test
    void chosen_rows_train_as_if_the_others_were_not_there() {
        float[] labels = labels(2);
        int half = ROWS / 2;
        int whole = worker.matrix(VALUES, COLUMNS, labels);
        int alone = worker.matrix(Arrays.copyOf(VALUES, half * COLUMNS), COLUMNS, Arrays.copyOf(labels, half));

        byte[] chosen = worker.train(
                whole, IntStream.range(0, half).toArray(), params(1).growth(Objective.BINARY), AMPLE);

        assertThat(chosen).isEqualTo(worker.train(alone, params(1).growth(Objective.BINARY), AMPLE));
    }

    @Test
    void weights_count() {
        float[] labels = labels(2);
        var weights = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            weights[row] = row % 3;
        }
        int plain = worker.matrix(VALUES, COLUMNS, labels);
        int weighted = worker.matrix(VALUES, COLUMNS, labels, weights);

        assertThat(worker.train(weighted, params(1).growth(Objective.BINARY), AMPLE))
                .isNotEqualTo(worker.train(plain, params(1).growth(Objective.BINARY), AMPLE));
    }

    @Test
    void what_xgboost_refuses_is_a_problem_and_the_worker_lives_on() {
        var labels = new float[ROWS];
        labels[3] = 7;
        int matrix = worker.matrix(VALUES, COLUMNS, labels);

        assertThatThrownBy(() -> worker.train(matrix, params(1).growth(Objective.BINARY), AMPLE))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRAIN-REFUSED")
                .hasMessageContaining("XGBoost refused: label must be in");
        assertThat(worker.isOpen()).isTrue();
        worker.forget(matrix);
    }

    @Test
    void a_budget_that_is_over_ends_the_child_and_is_no_problem() throws Exception {
        try (var hurried = TrainingWorker.start(NativeLibrary.XGBOOST, 1, 128)) {
            int matrix = hurried.matrix(VALUES, COLUMNS, labels(2));
            var endless = new XgboostParams(10_000, 12, 0.01, 1, 1, 1, 0, 1, 1);
            ProcessHandle child = ProcessHandle.of(hurried.pid()).orElseThrow();

            assertThatThrownBy(() -> hurried.train(matrix, endless.growth(Objective.BINARY), Duration.ofMillis(200)))
                    .isInstanceOf(BudgetOver.class)
                    .hasMessageContaining("200 ms");

            child.onExit().get(30, TimeUnit.SECONDS);
            assertThat(hurried.isOpen()).isFalse();
            assertThatThrownBy(() -> hurried.forget(matrix)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_child_that_dies_is_a_problem_with_the_way_it_ended() {
        try (var doomed = TrainingWorker.start(NativeLibrary.XGBOOST, 1, 128)) {
            ProcessHandle.of(doomed.pid()).orElseThrow().destroyForcibly();

            assertThatThrownBy(() -> doomed.matrix(VALUES, COLUMNS, labels(2)))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("TRAIN-WORKER")
                    .hasMessageContaining("ended with exit code 137")
                    .hasMessageContaining("give the machine more memory");
        }
    }

    @Test
    void a_heap_that_is_too_small_is_a_problem_that_says_so() {
        try (var small = TrainingWorker.start(NativeLibrary.XGBOOST, 1, 16)) {
            assertThatThrownBy(() -> small.matrix(new float[8_000_000], 8, new float[1_000_000]))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("OutOfMemoryError")
                    .hasMessageContaining("give the machine more memory");
        }
    }

    @Test
    void a_missing_openmp_library_is_named_with_the_command_that_installs_it(@TempDir Path folder) {
        var command = List.of("sh", "-c", "echo 'libgomp.so.1: cannot open shared object file' >&2; exit 1");

        assertThatThrownBy(() -> TrainingWorker.greeted(
                        NativeLibrary.XGBOOST, ChildProcess.start(NativeLibrary.XGBOOST, command, folder, 1)))
                .hasMessageContaining("libgomp.so.1: cannot open shared object file")
                .hasMessageContaining("apt-get install libgomp1");
    }

    @Test
    void a_child_that_talks_nonsense_is_a_problem_and_its_endless_messages_are_cut(@TempDir Path folder) {
        var command = List.of(
                "sh",
                "-c",
                "i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done; echo Hello, world, hello");

        assertThatThrownBy(() -> TrainingWorker.greeted(
                        NativeLibrary.XGBOOST, ChildProcess.start(NativeLibrary.XGBOOST, command, folder, 1)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRAIN-WORKER")
                .hasMessageContaining("line 2999")
                .hasMessageNotContaining("line 2900");
    }

    @Test
    void a_parent_that_is_killed_in_mid_training_leaves_no_orphan_and_no_file(@TempDir Path folder) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedParent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle child;
        try (var said = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(said.readLine()).isEqualTo("training");
        }

        parent.destroyForcibly().waitFor();

        child.onExit().get(30, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
        assertThat(filesIn(folder)).isEmpty();
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    /** Starts a training that takes for ever, and waits for it. */
    static final class DoomedParent {
        public static void main(String[] arguments) {
            try (var worker = TrainingWorker.start(NativeLibrary.XGBOOST, 1, 128)) {
                int matrix = worker.matrix(VALUES, COLUMNS, labels(2));
                var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                out.println(worker.pid());
                out.println("training");
                worker.train(
                        matrix, new XgboostParams(10_000, 12, 0.01, 1, 1, 1, 0, 1, 1).growth(Objective.BINARY), AMPLE);
            }
        }
    }
}
