package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.tree.TreeNode;
import dev.slipway.tree.XgboostTrees;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that XGBoost grows here and now, scored by it and by us. */
class XgboostScoringTest {
    private static final int ROWS = 2_000;
    private static final int COLUMNS = 6;

    private static float[] invented;

    /** Broken numbers, whole ones with zeros of both signs, categories in the last two columns; one value in eight missing. */
    @BeforeAll
    static void invent() {
        var random = new SplittableRandom(1);
        invented = new float[ROWS * COLUMNS];
        for (int cell = 0; cell < invented.length; cell++) {
            double number = switch (cell % COLUMNS) {
                case 0, 1 -> random.nextGaussian() * 100;
                case 2 -> random.nextInt(4) * (random.nextBoolean() ? -0.0 : 0.25);
                case 3 -> random.nextDouble() * 1e30;
                case 4 -> random.nextInt(70);
                default -> random.nextInt(3);
            };
            invented[cell] = random.nextInt(8) == 0 ? Float.NaN : (float) number;
        }
    }

    private static float[] labels(int classes) {
        var random = new SplittableRandom(2);
        var labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double first = invented[row * COLUMNS] / 100;
            double word = invented[row * COLUMNS + 4] % 7;
            double signal = (Double.isNaN(first) ? 1 : first) + (Double.isNaN(word) ? 3 : word) / 3;
            labels[row] = (float) Math.min(classes - 1, Math.max(0, Math.floor(signal + random.nextGaussian())));
        }
        return labels;
    }

    private static Map<String, Object> settings(String how) {
        var settings = new TreeMap<String, Object>(
                Map.of("nthread", "1", "max_depth", "5", "tree_method", "hist", "seed", "7", "verbosity", "0"));
        for (String word : how.strip().split(" +")) {
            String[] parts = word.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return settings;
    }

    private static DMatrix matrix(float[] values, int columns, boolean categories) throws XGBoostError {
        var matrix = new DMatrix(values, values.length / columns, columns, Float.NaN);
        if (categories) {
            matrix.setFeatureTypes(new String[] {"q", "q", "q", "q", "c", "c"});
        }
        return matrix;
    }

    private static Booster grow(DMatrix matrix, float[] labels, String how) throws XGBoostError {
        matrix.setLabel(labels);
        if (how.contains("rank:")) {
            var groups = new int[labels.length / 20];
            Arrays.fill(groups, 20);
            matrix.setGroup(groups);
        }
        return XGBoost.train(matrix, settings(how), 23, new HashMap<>(), null, null);
    }

    private static void requireSameMargins(Booster booster, DMatrix matrix, float[] values) throws XGBoostError {
        for (String format : new String[] {"json", "ubj"}) {
            var trees = XgboostTrees.read(booster.toByteArray(format));
            int rows = values.length / trees.features();
            float[] theirs = flat(booster.predict(matrix, true), trees.groups());
            var ours = new float[theirs.length];
            trees.batchMargins(values, rows, ours);
            assertThat(Arrays.mismatch(bits(ours), bits(theirs)))
                    .as("first margin that differs")
                    .isEqualTo(-1);
            var one = new float[trees.groups()];
            for (int row = 0; row < rows; row += Math.max(1, rows / 1_000)) {
                trees.margins(values, row * trees.features(), one);
                assertThat(bits(one))
                        .isEqualTo(bits(Arrays.copyOfRange(ours, row * one.length, (row + 1) * one.length)));
            }
        }
    }

    private static float[] flat(float[][] rows, int groups) {
        var flat = new float[rows.length * groups];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * groups, groups);
        }
        return flat;
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(place -> Float.floatToRawIntBits(values[place]))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objective=binary:logistic base_score=0.5                          | 2
            objective=binary:logistic                                         | 2
            objective=binary:logistic booster=dart rate_drop=0.3 one_drop=1   | 2
            objective=multi:softprob num_class=4 booster=dart rate_drop=0.3 normalize_type=forest | 4
            objective=binary:logistic num_parallel_tree=5 subsample=0.6 colsample_bynode=0.6 eta=1 | 2
            objective=binary:logistic tree_method=exact gamma=3               | 2
            objective=binary:logistic grow_policy=lossguide max_leaves=40 max_depth=0 | 2
            objective=binary:logitraw                                         | 2
            objective=binary:hinge                                            | 2
            objective=multi:softprob num_class=4                              | 4
            objective=multi:softmax num_class=3 num_parallel_tree=2           | 3
            objective=reg:squarederror                                        | 6
            objective=reg:logistic                                            | 2
            objective=reg:squaredlogerror                                     | 6
            objective=reg:absoluteerror                                       | 6
            objective=reg:pseudohubererror                                    | 6
            objective=reg:quantileerror quantile_alpha=0.3                    | 6
            objective=count:poisson                                           | 6
            objective=reg:gamma                                               | 6
            objective=reg:tweedie                                             | 6
            objective=rank:pairwise                                           | 4
            objective=rank:ndcg                                               | 4
            """)
    void our_margins_equal_the_native_librarys_to_the_last_bit(String how, int classes) throws XGBoostError {
        float[] labels = labels(classes);
        if (how.contains("gamma") && how.startsWith("objective=reg")) {
            IntStream.range(0, ROWS).forEach(row -> labels[row]++);
        }
        for (boolean categories : new boolean[] {false, true}) {
            if (categories && how.contains("exact")) {
                continue;
            }
            DMatrix matrix = matrix(invented, COLUMNS, categories);
            Booster booster = grow(matrix, labels, how);

            requireSameMargins(booster, matrix, invented);
            float[] strange = strange(booster, categories);
            requireSameMargins(booster, matrix(strange, COLUMNS, categories), strange);
            booster.dispose();
        }
    }

    /** Every threshold of the model, both neighbours, and all that floating point has to offer, in every column. */
    private static float[] strange(Booster booster, boolean categories) throws XGBoostError {
        var random = new SplittableRandom(7);
        var numbers = new float[] {
            Float.NaN,
            0.0f,
            -0.0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            0.5f,
            -0.5f,
            1e30f
        };
        float[] thresholds = thresholds(booster);
        var strange = new float[6_000];
        for (int cell = 0; cell < strange.length; cell++) {
            float threshold = thresholds[random.nextInt(thresholds.length)];
            strange[cell] = switch (random.nextInt(4)) {
                case 0 -> threshold;
                case 1 -> Math.nextUp(threshold);
                case 2 -> Math.nextDown(threshold);
                default -> numbers[random.nextInt(numbers.length)];
            };
            if (categories && cell % COLUMNS >= 4) {
                strange[cell] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(200);
            }
        }
        return strange;
    }

    private static float[] thresholds(Booster booster) throws XGBoostError {
        String[] trees = booster.getModelDump("", false, "text");
        double[] found = Arrays.stream(trees)
                .flatMap(tree -> Arrays.stream(tree.split("[<\\]]")))
                .filter(word -> word.matches("-?[0-9.]+(e[-+]?[0-9]+)?"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        var floats = new float[found.length + 1];
        IntStream.range(0, found.length).forEach(place -> floats[place] = (float) found[place]);
        return floats;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objective=binary:logistic                 | 2 | 2
            objective=binary:hinge                    | 2 | 0
            objective=reg:logistic                    | 2 | 2
            objective=count:poisson                   | 6 | 1
            objective=reg:tweedie                     | 6 | 1
            objective=reg:squarederror                | 6 | 0
            objective=multi:softprob num_class=4      | 4 | 2
            """)
    void our_answers_are_within_two_roundings_of_the_native_librarys(String how, int classes, int steps)
            throws XGBoostError {
        DMatrix matrix = matrix(invented, COLUMNS, false);
        Booster booster = grow(matrix, labels(classes), how + " eta=1");
        var trees = XgboostTrees.read(booster.toByteArray("ubj"));

        float[] theirs = flat(booster.predict(matrix), trees.groups());
        var ours = new float[theirs.length];
        trees.batchAnswers(invented, ROWS, ours);

        int furthest = IntStream.range(0, ours.length)
                .map(place -> Math.abs(Float.floatToIntBits(ours[place]) - Float.floatToIntBits(theirs[place])))
                .max()
                .orElseThrow();
        assertThat(furthest).as("steps between neighbouring floats").isLessThanOrEqualTo(steps);
    }

    @Test
    void the_trees_as_they_are_read_for_explanation_lead_to_the_same_margins() throws XGBoostError {
        DMatrix matrix = matrix(invented, COLUMNS, true);
        Booster booster =
                grow(matrix, labels(2), "objective=binary:logistic booster=dart rate_drop=0.3 base_score=0.3");
        var trees = XgboostTrees.read(booster.toByteArray("ubj"));
        float[] margins = flat(booster.predict(matrix, true), 1);
        var view = trees.view();
        for (int row = 0; row < ROWS; row++) {
            float sum = view.bases().get(0).floatValue();
            for (var root : view.roots()) {
                TreeNode node = root;
                while (node instanceof TreeNode.Split split) {
                    boolean left = split.goesLeft().test(invented[row * COLUMNS + split.feature()]);
                    node = left ? split.left() : split.right();
                }
                sum += (float) ((TreeNode.Leaf) node).value();
            }
            assertThat(sum).isEqualTo(margins[row]);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            titanic/titanic.csv                       | ','  | true  | 1  | objective=binary:logistic
            adult/adult.data.gz                       | ','  | false | 14 | objective=binary:logistic max_depth=8
            higgs-7k/binary.train.gz                  | '\t' | false | 0  | objective=binary:logistic
            covtype/covtype_kaggle_train_15120.csv.gz | ','  | true  | 55 | objective=multi:softprob num_class=8
            california/housing.csv.gz                 | ','  | true  | 8  | objective=reg:squarederror
            diamonds/diamonds.csv.gz                  | ','  | true  | 6  | objective=reg:gamma
            wine/winequality-white.csv                | ';'  | true  | 11 | objective=multi:softmax num_class=10
            bank/bank-full.csv.gz                     | ';'  | true  | 16 | objective=binary:logistic
            """)
    void public_data_score_to_the_same_bits(String file, char separator, boolean header, int target, String how)
            throws XGBoostError {
        assumeTrue(Files.isDirectory(RealData.FOLDER), "the reference data are not on this machine");
        RealData data = RealData.read(file, separator, header, target);
        double[] wide = data.matrix();
        var values = new float[wide.length];
        IntStream.range(0, wide.length).forEach(cell -> values[cell] = (float) wide[cell]);
        DMatrix matrix = matrix(values, data.features(), false);

        requireSameMargins(grow(matrix, data.labels(), how), matrix, values);

        var types = new String[data.features()];
        Arrays.setAll(types, feature -> data.categories().contains(feature) ? "c" : "q");
        DMatrix words = matrix(values, data.features(), false);
        words.setFeatureTypes(types);
        Booster booster = grow(words, data.labels(), how);
        requireSameMargins(booster, words, values);
        var trees = XgboostTrees.read(booster.toByteArray("json"));
        var margins = new double[data.rows() * trees.groups()];
        trees.margins(wide, data.rows(), margins);
        float[] theirs = flat(booster.predict(words, true), trees.groups());
        assertThat(IntStream.range(0, margins.length).allMatch(place -> (float) margins[place] == theirs[place]))
                .as("doubles are rounded as XGBoost's users round them")
                .isTrue();
    }

    @Test
    void sparse_data_score_to_the_same_bits() throws XGBoostError {
        assumeTrue(Files.isDirectory(RealData.FOLDER), "the reference data are not on this machine");
        RealData data = RealData.sparse("agaricus/agaricus.txt.train.gz", 127);
        double[] wide = data.matrix();
        var values = new float[wide.length];
        // What a sparse matrix does not name is missing to XGBoost.
        IntStream.range(0, wide.length)
                .forEach(cell -> values[cell] = wide[cell] == 0 ? Float.NaN : (float) wide[cell]);
        DMatrix matrix = matrix(values, 127, false);

        requireSameMargins(grow(matrix, data.labels(), "objective=binary:logistic"), matrix, values);
    }
}
