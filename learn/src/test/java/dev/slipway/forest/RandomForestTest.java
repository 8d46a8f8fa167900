package dev.slipway.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.document.Sha256;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import dev.slipway.tree.TreeNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomForestTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);
    private static final Target.Classes TWO = new Target.Classes("sold", List.of("no", "yes"));
    private static final Target.Classes THREE = new Target.Classes("kind", List.of("a", "b", "c"));
    private static final Target.Quantity PRICE = new Target.Quantity("price");
    private static final ForestParams FEW = new ForestParams(20, 100, 1, 0, 1);

    private static TreeModel fit(ForestParams params, Training training) {
        return fit(params, 1, training);
    }

    private static TreeModel fit(ForestParams params, int threads, Training training) {
        return new RandomForest(params, ClassWeights.even(), 7, threads, NEVER).fit(training);
    }

    /** Two columns of noise but for the first, which the answers follow in a staircase. */
    private static Training stairs(int rows) {
        double[] first = new SplittableRandom(1).doubles(rows).toArray();
        double[] other = new SplittableRandom(2).doubles(rows).toArray();
        double[] price = new double[rows];
        for (int row = 0; row < rows; row++) {
            price[row] = 1000 + 100 * Math.floor(first[row] * 4);
        }
        return Training.ofNumbers(
                Table.of(NumberColumn.of("first", first), NumberColumn.of("other", other)), PRICE, price);
    }

    private static Table one(double first, double other) {
        return Table.of(NumberColumn.of("first", first), NumberColumn.of("other", other));
    }

    @Test
    void a_staircase_is_climbed() {
        var model = fit(FEW, stairs(400));

        assertThat(model.predict(one(0.1, 0.5)).number(0)).isCloseTo(1000, within(10.0));
        assertThat(model.predict(one(0.6, 0.5)).number(0)).isCloseTo(1200, within(10.0));
        assertThat(model.predict(one(0.99, 0.5)).number(0)).isCloseTo(1300, within(10.0));
    }

    @Test
    void any_number_of_threads_grows_the_same_forest() {
        var training = stairs(300);

        byte[] alone = fit(FEW, 1, training).trees().file();
        byte[] together = fit(FEW, 3, training).trees().file();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void every_machine_and_java_grows_these_bits() {
        var forest = fit(new ForestParams(3, 4, 2, 1, 0.8), stairs(200));

        assertThat(Sha256.of(forest.trees().file()))
                .isEqualTo("db6f32ae9bd234121afb2642d8b2cbf212bef92bdc34ae5de4218e7232718dfb");
    }

    @Test
    void two_classes_get_the_probability_of_the_second() {
        double[] numbers = new SplittableRandom(3).doubles(300).toArray();
        var table = Table.of(NumberColumn.of("first", numbers));
        int[] labels =
                Arrays.stream(numbers).mapToInt(number -> number > 0.5 ? 1 : 0).toArray();

        var answers = fit(FEW, Training.of(table, TWO, labels)).predict(Table.of(NumberColumn.of("first", 0.1, 0.9)));

        assertThat(answers.probability(0, 1)).isCloseTo(0, within(0.01));
        assertThat(answers.probability(1, 1)).isCloseTo(1, within(0.01));
    }

    @Test
    void three_classes_share_their_probabilities() {
        double[] numbers = new SplittableRandom(4).doubles(300, 0, 3).toArray();
        var table = Table.of(NumberColumn.of("first", numbers));
        int[] labels = Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();

        var answers =
                fit(FEW, Training.of(table, THREE, labels)).predict(Table.of(NumberColumn.of("first", 0.5, 1.5, 2.5)));

        for (int row = 0; row < 3; row++) {
            assertThat(answers.label(row)).isEqualTo(row);
            assertThat(answers.probability(row, 0) + answers.probability(row, 1) + answers.probability(row, 2))
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void missing_values_go_where_the_rows_that_lack_them_belong() {
        int rows = 200;
        var first = NumberColumn.of("first", Missing.where(rows, row -> row % 4 == 0), new double[rows]);
        var labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 4 == 0 ? 1 : 0;
        }

        var model = fit(FEW, Training.of(Table.of(first), TWO, labels));

        var asked = NumberColumn.of("first", Missing.where(2, row -> row == 1), 0, 0);
        var answers = model.predict(Table.of(asked));
        assertThat(answers.probability(0, 1)).isZero();
        assertThat(answers.probability(1, 1)).isEqualTo(1);
    }

    @Test
    void rows_without_weight_teach_nothing() {
        var table = Table.of(NumberColumn.of("first", 1, 1, 1, 1));
        var training = Training.ofNumbers(table, PRICE, 10, 10, 99, 99).weighted(1, 1, 0, 0);

        assertThat(fit(FEW, training).predict(table).number(3)).isEqualTo(10);
    }

    @Test
    void balanced_classes_count_the_same_together() {
        int rows = 1000;
        var table = Table.of(NumberColumn.of("first", new double[rows]));
        var labels = new int[rows];
        for (int row = 0; row < rows / 10; row++) {
            labels[row] = 1;
        }
        var forest = new RandomForest(new ForestParams(200, 10, 1, 0, 1), new ClassWeights.Balanced(), 7, 1, NEVER);

        var model = forest.fit(Training.of(table, TWO, labels));

        assertThat(model.predict(table).probability(0, 1)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void leaves_and_depth_keep_their_limits() {
        var shallow = fit(new ForestParams(5, 1, 1, 1, 1), stairs(300)).trees().view();
        var roomy = fit(new ForestParams(5, 100, 50, 1, 1), stairs(300)).trees().view();

        for (int tree = 0; tree < shallow.roots().size(); tree++) {
            assertThat(depth(shallow.roots().get(tree))).isEqualTo(1);
            assertThat(smallest(roomy.roots().get(tree))).isGreaterThanOrEqualTo(50);
        }
    }

    private static int depth(TreeNode node) {
        return node instanceof TreeNode.Split split ? 1 + Math.max(depth(split.left()), depth(split.right())) : 0;
    }

    private static double smallest(TreeNode node) {
        return node instanceof TreeNode.Split split
                ? Math.min(smallest(split.left()), smallest(split.right()))
                : node.cover();
    }

    @Test
    void the_places_of_a_vector_are_features() {
        var words = VectorColumn.of(
                "text", List.of("buy", "hello"), new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 0, 1}, 1, 1, 1, 1);
        var training = Training.ofNumbers(Table.of(words), PRICE, 5, 1, 5, 1);

        assertThat(fit(new ForestParams(50, 5, 1, 1, 1), training)
                        .predict(Table.of(words))
                        .number(0))
                .isGreaterThan(4);
    }

    @Test
    void what_cannot_teach_a_forest_is_a_problem_that_names_it() {
        assertThatThrownBy(() -> new ForestParams(0, 5, 1, 0, 1)).hasMessageContaining("trees is 0.0, outside");
        assertThatThrownBy(() -> fit(FEW, Training.of(one(1, 2), TWO, 1))).hasMessageContaining("TRAIN-ONE-CLASS");
        assertThatThrownBy(() -> fit(FEW, Training.ofNumbers(one(1, 2), PRICE, Double.NaN)))
                .hasMessageContaining("the target is NaN")
                .hasMessageContaining("row 1 of the training data, column 'price'");
        assertThatThrownBy(() -> fit(FEW, Training.ofNumbers(one(1, Double.POSITIVE_INFINITY), PRICE, 3)))
                .hasMessageContaining("row 1, column 'other'");
        assertThatThrownBy(() -> fit(FEW, Training.unlabelled(one(1, 2)))).hasMessageContaining("TRAIN-UNLABELLED");
    }

    @Test
    void a_forest_that_would_fill_the_memory_is_refused_before_it_grows() {
        var large = new ForestParams(10_000, 100, 1, 0, 1);

        assertThatThrownBy(() -> large.requireRoom(1_000_000, true, 4_000_000_000L))
                .hasMessageContaining("10000 trees of about 1000000 nodes are some 800000 MB")
                .hasMessageContaining("set leaf to a larger number");
        ForestParams.DEFAULTS.requireRoom(1_000_000, true, 1_000_000_000L);
    }

    @Test
    void a_forest_that_is_told_to_stop_stops() {
        var over = new Deadline(InstantSource.system(), Instant.MIN);
        var forest = new RandomForest(FEW, ClassWeights.even(), 7, 2, over);

        assertThatThrownBy(() -> forest.fit(stairs(50))).isInstanceOf(BudgetOver.class);
    }
}
