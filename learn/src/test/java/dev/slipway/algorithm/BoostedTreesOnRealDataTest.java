package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.evaluation.Folds;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.tree.XgboostTrees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The default parameters against the reference scores, with the reference's folds and with our own. */
class BoostedTreesOnRealDataTest {
    private static final Path DATA = Path.of(System.getProperty("slipway.root"), "../shared/data");
    private static final Duration AMPLE = Duration.ofMinutes(10);

    private record Score(double accuracy, double auc) {}

    @Test
    void titanic_passes_the_bar_with_the_reference_folds() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the reference data are not on this machine");
        var titanic = Titanic.read(DATA.resolve("sets/titanic/titanic.csv"));

        Score score = score(titanic.oneHot(), Titanic.ONE_HOT, titanic.survived(), List.of(folds("titanic")));

        assertThat(score.accuracy()).isGreaterThanOrEqualTo(0.815);
        assertThat(score.auc()).isGreaterThanOrEqualTo(0.868);
    }

    @Test
    @Tag("slow")
    void titanic_passes_the_bar_with_our_own_folds_of_any_seed() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the reference data are not on this machine");
        var titanic = Titanic.read(DATA.resolve("sets/titanic/titanic.csv"));
        int[] truth = titanic.survived();

        for (int seed = 0; seed < 20; seed++) {
            Folds folds = Folds.stratified(truth, List.of("0", "1"), 5, seed, "titanic.csv, column 'Survived'");
            Score score = score(titanic.oneHot(), Titanic.ONE_HOT, truth, List.of(folds));
            assertThat(score.accuracy()).as("seed " + seed).isGreaterThanOrEqualTo(0.810);
            assertThat(score.auc()).as("seed " + seed).isGreaterThanOrEqualTo(0.860);
        }
    }

    @Test
    @Tag("slow")
    void adult_passes_the_bar_with_the_reference_folds_and_with_ours() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the reference data are not on this machine");
        var adult = Adult.read(DATA.resolve("sets/adult"));
        int[] truth = adult.rich();
        assertThat(adult.rows()).isEqualTo(48_842);
        Folds ours = Folds.stratified(truth, List.of("<=50K", ">50K"), 5, 7, "adult, column 'income'");

        Score score = score(adult.oneHot(), adult.columns(), truth, List.of(folds("adult"), ours));

        assertThat(score.accuracy()).isGreaterThanOrEqualTo(0.870);
        assertThat(score.auc()).isGreaterThanOrEqualTo(0.928);
    }

    /** The worst of the given foldings, each the mean of its folds; scored by our own scorer, which must equal the native one. */
    private static Score score(float[] values, int columns, int[] truth, List<Folds> foldings) {
        double accuracy = 1;
        double auc = 1;
        try (var worker =
                TrainingWorker.start(NativeLibrary.XGBOOST, 2, TrainingWorker.heapFor(truth.length, columns))) {
            var labels = new float[truth.length];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = truth[row];
            }
            int matrix = worker.matrix(values, columns, labels);
            for (Folds folds : foldings) {
                Score mean = mean(worker, matrix, values, columns, truth, folds);
                accuracy = Math.min(accuracy, mean.accuracy());
                auc = Math.min(auc, mean.auc());
            }
        }
        return new Score(accuracy, auc);
    }

    private static Score mean(
            TrainingWorker worker, int matrix, float[] values, int columns, int[] truth, Folds folds) {
        double accuracy = 0;
        double auc = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            byte[] model = worker.train(
                    matrix, folds.teaching(fold), XgboostParams.defaults(1, 2).growth(Objective.BINARY), AMPLE);
            XgboostTrees trees = XgboostTrees.read(model);
            var margins = new float[truth.length];
            trees.batchMargins(values, truth.length, margins);
            assertThat(Arrays.equals(margins, TrainingWorkerTest.floats(worker.nativeMargins(matrix, model))))
                    .as("our margins are the native ones")
                    .isTrue();
            int[] judging = folds.judging(fold);
            var right = new int[judging.length];
            var probability = new double[judging.length];
            var one = new float[1];
            for (int i = 0; i < judging.length; i++) {
                right[i] = truth[judging[i]];
                trees.answers(values, judging[i] * columns, one);
                probability[i] = one[0];
            }
            accuracy += BinaryMetric.ACCURACY.of(right, probability).orElseThrow() / folds.count();
            auc += BinaryMetric.ROC_AUC.of(right, probability).orElseThrow() / folds.count();
        }
        return new Score(accuracy, auc);
    }

    private static Folds folds(String name) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve("golden/folds/" + name + ".txt.gz"))),
                StandardCharsets.UTF_8))) {
            return Folds.of(reader.lines().mapToInt(Integer::parseInt).toArray());
        }
    }
}
