package dev.slipway.algorithm;

import static com.microsoft.ml.lightgbm.PredictionType.C_API_PREDICT_NORMAL;
import static com.microsoft.ml.lightgbm.PredictionType.C_API_PREDICT_RAW_SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.slipway.tree.LightgbmTrees;
import dev.slipway.tree.TreeNode;
import dev.slipway.tree.Trees.Answer;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that LightGBM grows here and now, scored by it and by us. */
class LightgbmScoringTest {
    private static final int ROWS = 3_000;
    private static final int COLUMNS = 6;
    private static final String QUIET = "verbosity=-1 num_threads=1 deterministic=true force_row_wise=true ";

    private static double[] invented;

    /** A model, and the rows it is asked about. */
    private record Grown(String model, int features) {}

    /** Broken numbers, whole ones with zeros of both signs, categories in the last column; one value in eight missing. */
    @BeforeAll
    static void invent() {
        var random = new SplittableRandom(1);
        invented = new double[ROWS * COLUMNS];
        for (int cell = 0; cell < invented.length; cell++) {
            double number = switch (cell % COLUMNS) {
                case 0, 1 -> random.nextGaussian() * 100;
                case 2 -> random.nextInt(4) * (random.nextBoolean() ? -0.0 : 0.25);
                case 3 -> random.nextInt(3) == 0 ? 1e-36 : random.nextInt(-2, 3);
                case 4 -> random.nextDouble() * 1e300;
                default -> random.nextInt(70);
            };
            invented[cell] = random.nextInt(8) == 0 ? Double.NaN : number;
        }
    }

    private static float[] labels(int classes) {
        var random = new SplittableRandom(2);
        var labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double first = invented[row * COLUMNS] / 100;
            double last = invented[row * COLUMNS + COLUMNS - 1] % 7;
            double signal = (Double.isNaN(first) ? 1 : first) + (Double.isNaN(last) ? 3 : last) / 3;
            labels[row] = (float) Math.min(classes - 1, Math.max(0, Math.floor(signal + random.nextGaussian())));
        }
        return labels;
    }

    private static Grown grow(double[] matrix, int features, float[] labels, String data, String how, int rounds)
            throws LGBMException {
        int rows = labels.length;
        var set = LGBMDataset.createFromMat(matrix, rows, features, true, QUIET + data, null);
        set.setField("label", labels);
        if (how.contains("lambdarank")) {
            var queries = new int[rows / 20];
            Arrays.fill(queries, 20);
            set.setField("group", queries);
        }
        var booster = LGBMBooster.create(set, QUIET + data + " " + how);
        for (int round = 0; round < rounds; round++) {
            booster.updateOneIter();
        }
        String text = booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT);
        booster.close();
        set.close();
        return new Grown(text, features);
    }

    private static LightgbmTrees read(Grown grown) {
        return LightgbmTrees.read(grown.model().getBytes(StandardCharsets.UTF_8));
    }

    /** LightGBM sums up a forest and does not divide; we do. */
    private static double[] theirs(Grown grown, double[] matrix, int rows, PredictionType type) {
        try (var booster = new NativeLightgbm(grown.model())) {
            double[] theirs = booster.predict(matrix, rows, read(grown).groups(), type);
            boolean mean = type == C_API_PREDICT_RAW_SCORE && grown.model().contains("\naverage_output\n");
            double trees = mean ? grown.model().split("\nTree=").length - 1 : 1;
            return DoubleStream.of(theirs).map(sum -> mean ? sum / trees : sum).toArray();
        }
    }

    private static void requireSameMargins(Grown grown, double[] matrix, int rows) {
        var trees = read(grown);
        double[] theirs = theirs(grown, matrix, rows, C_API_PREDICT_RAW_SCORE);
        var ours = new double[rows * trees.groups()];
        trees.margins(matrix, rows, ours);
        assertThat(Arrays.mismatch(bits(ours), bits(theirs)))
                .as("first margin that differs")
                .isEqualTo(-1);
        var one = new double[trees.groups()];
        for (int row = 0; row < rows; row += Math.max(1, rows / 2_000)) {
            trees.margins(Arrays.copyOfRange(matrix, row * grown.features(), (row + 1) * grown.features()), 1, one);
            assertThat(bits(one)).isEqualTo(bits(Arrays.copyOfRange(ours, row * one.length, (row + 1) * one.length)));
        }
    }

    private static long[] bits(double[] values) {
        return DoubleStream.of(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objective=binary num_leaves=31                                              | 2
            objective=binary sigmoid=1.7 num_leaves=7                                   | 2
            objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.5            | 2
            objective=binary boosting=dart drop_rate=0.5                                | 2
            objective=binary boosting=goss learning_rate=0.3                            | 2
            objective=cross_entropy                                                     | 2
            objective=cross_entropy_lambda                                              | 2
            objective=multiclass num_class=4                                            | 4
            objective=multiclassova num_class=3                                         | 3
            objective=regression                                                        | 6
            objective=regression reg_sqrt=true                                          | 6
            objective=regression_l1                                                     | 6
            objective=huber                                                             | 6
            objective=fair                                                              | 6
            objective=quantile alpha=0.7                                                | 6
            objective=poisson                                                           | 6
            objective=tweedie                                                           | 6
            objective=lambdarank                                                        | 4
            objective=regression max_depth=1                                            | 6
            objective=regression min_data_in_leaf=2000                                  | 6
            objective=regression num_leaves=400 min_data_in_leaf=1 learning_rate=0.5    | 6
            """)
    void our_margins_equal_the_native_librarys_to_the_last_bit(String how, int classes) throws LGBMException {
        for (String data : new String[] {
            "", "categorical_feature=5 cat_smooth=1 min_data_per_group=5", "zero_as_missing=true", "use_missing=false"
        }) {
            Grown grown = grow(invented, COLUMNS, labels(classes), data, how, 23);

            requireSameMargins(grown, invented, ROWS);
            double[] strange = strange(grown);
            requireSameMargins(grown, strange, strange.length / COLUMNS);
        }
    }

    /** Every threshold of the model, both neighbours, and all that floating point has to offer, in every column. */
    private static double[] strange(Grown grown) {
        double[] thresholds = grown.model()
                .lines()
                .filter(line -> line.startsWith("threshold="))
                .flatMap(line -> Arrays.stream(line.substring(10).split(" ")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(400)
                .mapToDouble(word -> word.equals("inf") ? Double.MAX_VALUE : Double.parseDouble(word))
                .toArray();
        double[] values = DoubleStream.concat(
                        DoubleStream.of(thresholds).flatMap(t -> DoubleStream.of(t, Math.nextUp(t), Math.nextDown(t))),
                        DoubleStream.of(
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                0.0,
                                -0.0,
                                Double.MIN_VALUE,
                                -Double.MIN_VALUE,
                                1e-35f,
                                -1e-35f,
                                Math.nextUp((double) 1e-35f),
                                Double.MAX_VALUE,
                                -Double.MAX_VALUE,
                                1e300,
                                -0.5,
                                0.5,
                                63.9,
                                64,
                                2e9,
                                3e9,
                                1e18))
                .toArray();
        var random = new SplittableRandom(7);
        return IntStream.range(0, 3 * values.length * COLUMNS)
                .mapToDouble(cell -> values[random.nextInt(values.length)])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objective=binary                         | 2 | PROBABILITY
            objective=binary sigmoid=0.3             | 2 | PROBABILITY
            objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.5 | 2 | PROBABILITY
            objective=cross_entropy                  | 2 | PROBABILITY
            objective=cross_entropy_lambda           | 2 | NUMBER
            objective=multiclass num_class=4         | 4 | CLASSES
            objective=regression reg_sqrt=true       | 6 | NUMBER
            objective=poisson                        | 6 | NUMBER
            objective=gamma                          | 6 | NUMBER
            """)
    void our_answers_are_within_three_roundings_of_the_native_librarys(String how, int classes, Answer answer)
            throws LGBMException {
        float[] labels = labels(classes);
        if (how.contains("gamma")) {
            IntStream.range(0, ROWS).forEach(row -> labels[row]++);
        }
        Grown grown = grow(invented, COLUMNS, labels, "", how, 23);
        var trees = read(grown);

        double[] theirs = theirs(grown, invented, ROWS, C_API_PREDICT_NORMAL);
        var ours = new double[theirs.length];
        trees.answers(invented, ROWS, ours);

        assertThat(trees.answer()).isEqualTo(answer);
        long furthest = IntStream.range(0, ours.length)
                .mapToLong(place ->
                        Math.abs(Double.doubleToLongBits(ours[place]) - Double.doubleToLongBits(theirs[place])))
                .max()
                .orElseThrow();
        assertThat(furthest).as("steps between neighbouring doubles").isLessThanOrEqualTo(3);
    }

    @Test
    void the_trees_as_they_are_read_for_explanation_lead_to_the_same_margins() throws LGBMException {
        for (String data :
                new String[] {"", "categorical_feature=5 cat_smooth=1 min_data_per_group=5", "zero_as_missing=true"}) {
            var trees = read(grow(invented, COLUMNS, labels(3), data, "objective=multiclass num_class=3", 11));
            var margins = new double[ROWS * 3];
            trees.margins(invented, ROWS, margins);
            var view = trees.view();
            for (int row = 0; row < ROWS; row += 3) {
                var sums = new double[3];
                for (int tree = 0; tree < view.roots().size(); tree++) {
                    sums[view.groupOfTree().get(tree)] += reached(view.roots().get(tree), row * COLUMNS);
                }
                assertThat(sums).containsExactly(Arrays.copyOfRange(margins, row * 3, row * 3 + 3));
            }
        }
    }

    private static double reached(TreeNode root, int offset) {
        TreeNode node = root;
        while (node instanceof TreeNode.Split split) {
            node = split.goesLeft().test(invented[offset + split.feature()]) ? split.left() : split.right();
        }
        return ((TreeNode.Leaf) node).value();
    }

    @Test
    void one_class_against_all_others_becomes_shares() throws LGBMException {
        Grown grown = grow(invented, COLUMNS, labels(3), "", "objective=multiclassova num_class=3", 23);

        double[] theirs = theirs(grown, invented, ROWS, C_API_PREDICT_NORMAL);
        var ours = new double[theirs.length];
        read(grown).answers(invented, ROWS, ours);

        double sum = theirs[0] + theirs[1] + theirs[2];
        assertThat(ours[1]).isCloseTo(theirs[1] / sum, within(1e-14));
        assertThat(ours[0] + ours[1] + ours[2]).isCloseTo(1, within(1e-14));
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            titanic/titanic.csv                     | ','  | true  | 1  | objective=binary
            adult/adult.data.gz                     | ','  | false | 14 | objective=binary num_leaves=63
            higgs-7k/binary.train.gz                | '\t' | false | 0  | objective=binary
            covtype/covtype_kaggle_train_15120.csv.gz | ',' | true | 55 | objective=multiclass num_class=8
            california/housing.csv.gz               | ','  | true  | 8  | objective=regression num_leaves=127
            diamonds/diamonds.csv.gz                | ','  | true  | 6  | objective=regression_l1
            wine/winequality-white.csv              | ';'  | true  | 11 | objective=multiclass num_class=10
            bank/bank-full.csv.gz                   | ';'  | true  | 16 | objective=binary
            """)
    void public_data_score_to_the_same_bits(String file, char separator, boolean header, int target, String how)
            throws LGBMException {
        assumeTrue(Files.isDirectory(RealData.FOLDER), "the reference data are not on this machine");
        RealData data = RealData.read(file, separator, header, target);
        String categories = data.categories().isEmpty()
                ? ""
                : "categorical_feature="
                        + data.categories().stream().map(String::valueOf).collect(Collectors.joining(","));

        requireSameMargins(
                grow(data.matrix(), data.features(), data.labels(), "", how, 40), data.matrix(), data.rows());
        requireSameMargins(
                grow(data.matrix(), data.features(), data.labels(), categories, how, 40), data.matrix(), data.rows());
    }

    @Test
    void sparse_data_score_to_the_same_bits() throws LGBMException {
        assumeTrue(Files.isDirectory(RealData.FOLDER), "the reference data are not on this machine");
        RealData data = RealData.sparse("agaricus/agaricus.txt.train.gz", 127);

        Grown grown = grow(data.matrix(), 127, data.labels(), "", "objective=binary", 30);

        requireSameMargins(grown, data.matrix(), data.rows());
    }
}
