package dev.slipway.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.explain.Titanic;
import dev.slipway.model.Matrix;
import dev.slipway.tree.TreeNode;
import dev.slipway.tree.TreeNode.Leaf;
import dev.slipway.tree.TreeNode.Split;
import dev.slipway.tree.TreeView;
import dev.slipway.tree.XgboostTrees;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeContributionsTest {
    /** x0 < 1 ? 2 (3 rows) : x1 < 5 ? 4 (1 row) : 8 (4 rows). */
    private static final TreeNode SMALL = new Split(
            0,
            value -> value < 1,
            new Leaf(2, 3),
            new Split(1, value -> value < 5, new Leaf(4, 1), new Leaf(8, 4), 5, 1),
            8,
            1);

    private static TreeView one(TreeNode root) {
        return new TreeView(List.of(0.5), List.of(root), List.of(0));
    }

    @Test
    void a_tree_of_two_columns_is_shared_out_as_by_hand() {
        var contributions = TreeContributions.of(one(SMALL), 2);

        // Nothing known: (3·2 + 1·4 + 4·8) / 8 = 5.25. x0 = 3 alone: 7.2; x1 = 0 alone: (3·2 + 5·4) / 8 = 3.25; both:
        // 4.
        double[] found = contributions.of(new double[] {3, 0}, 0);

        assertThat(contributions.base(0)).isEqualTo(0.5 + 5.25);
        assertThat(found[0]).isCloseTo(((7.2 - 5.25) + (4 - 3.25)) / 2, within(1e-14));
        assertThat(found[1]).isCloseTo(((3.25 - 5.25) + (4 - 7.2)) / 2, within(1e-14));
    }

    @Test
    void a_column_that_a_path_asks_about_twice_counts_once() {
        var twice = new Split(0, value -> value < 1, new Leaf(2, 3), SMALL, 11, 1);

        double[] found = TreeContributions.of(one(twice), 2).of(new double[] {3, 9}, 0);

        // x0 = 3 alone: 7.2; x1 = 9 alone: (3·2 + 8·(3·2 + 5·8) / 8) / 11; nothing: (3·2 + 8·5.25) / 11; both: 8.
        double nothing = (6 + 42) / 11.0;
        double second = (6 + 46) / 11.0;
        assertThat(found[0]).isCloseTo(((7.2 - nothing) + (8 - second)) / 2, within(1e-14));
        assertThat(found[1]).isCloseTo(((second - nothing) + (8 - 7.2)) / 2, within(1e-14));
    }

    @Test
    void random_trees_share_out_as_all_orders_of_the_columns_do() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 40; round++) {
            var root = grown(random, 6, 64);
            double[] row = new double[5];
            IntStream.range(0, 5)
                    .forEach(place -> row[place] = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(10));

            double[] found = TreeContributions.of(one(root), 5).of(row, 0);

            for (int column = 0; column < 5; column++) {
                assertThat(found[column]).isCloseTo(byDefinition(root, row, column), within(1e-12));
            }
        }
    }

    private static TreeNode grown(SplittableRandom random, int depth, double cover) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return new Leaf(random.nextInt(-50, 50), cover);
        }
        double left = cover * random.nextInt(0, 5) / 4;
        int threshold = random.nextInt(10);
        boolean missing = random.nextBoolean();
        return new Split(
                random.nextInt(5),
                value -> Double.isNaN(value) ? missing : value < threshold,
                grown(random, depth - 1, left),
                grown(random, depth - 1, cover - left),
                cover,
                1);
    }

    /** Shapley's formula over all sets of the other four columns. */
    private static double byDefinition(TreeNode root, double[] row, int column) {
        int[] factorial = {1, 1, 2, 6, 24, 120};
        double sum = 0;
        for (int known = 0; known < 32; known++) {
            if ((known & 1 << column) == 0) {
                int size = Integer.bitCount(known);
                double weight = factorial[size] * factorial[4 - size] / 120.0;
                sum += weight * (expected(root, row, known | 1 << column) - expected(root, row, known));
            }
        }
        return sum;
    }

    private static double expected(TreeNode node, double[] row, int known) {
        if (node instanceof Split split) {
            double left = split.shareLeft();
            if ((known & 1 << split.feature()) != 0) {
                left = split.goesLeft().test(row[split.feature()]) ? 1 : 0;
            }
            return left * expected(split.left(), row, known) + (1 - left) * expected(split.right(), row, known);
        }
        return node instanceof Leaf leaf ? leaf.value() : Double.NaN;
    }

    @Test
    void each_class_has_its_own_trees_and_its_own_vector() {
        var view = new TreeView(List.of(1.0, 2.0), List.of(SMALL, new Leaf(7, 8)), List.of(1, 0));

        var contributions = TreeContributions.of(view, 2);

        assertThat(contributions.base(0)).isEqualTo(8);
        assertThat(contributions.base(1)).isEqualTo(7.25);
        assertThat(contributions.of(new double[] {9, 3, 0}, 1)).startsWith(0, 0).hasSize(4);
    }

    @Test
    void xgboost_shares_the_titanic_out_the_same() throws IOException {
        var golden = Titanic.golden().path("xgboost_titanic").path("pred_contribs_first_5_last_is_bias");
        var trees = XgboostTrees.read(Titanic.trees());
        var contributions = TreeContributions.of(trees.view(), 6);
        var rows = Matrix.doubles(Titanic.passengers().rows(Titanic.judging()), Titanic.FEATURES);

        for (int row = 0; row < 5; row++) {
            double[] found = contributions.of(rows, 6 * row);
            for (int column = 0; column < 6; column++) {
                assertThat(found[column])
                        .isCloseTo(golden.path(row).path(column).doubleValue(), within(1e-5));
            }
            assertThat(contributions.base(0)).isCloseTo(golden.path(row).path(6).doubleValue(), within(1e-5));
        }
    }

    @Test
    void contributions_and_base_add_up_to_the_margin_of_every_passenger() throws IOException {
        var golden = Titanic.golden();
        var trees = XgboostTrees.read(Titanic.trees());
        var contributions = TreeContributions.of(trees.view(), 6);
        var rows = Matrix.doubles(Titanic.passengers(), Titanic.FEATURES);
        var margins = new double[891];
        trees.margins(rows, 891, margins);

        assertThat(golden.isObject()).isTrue();
        for (int row = 0; row < 891; row++) {
            double sum = contributions.base(0);
            for (double amount : contributions.of(rows, 6 * row)) {
                sum += amount;
            }
            assertThat(sum).isCloseTo(margins[row], within(1e-5));
        }
    }

    @Test
    void trees_without_covers_are_refused_and_not_guessed() {
        var bare = new Split(0, value -> value < 1, new Leaf(1, 0), new Leaf(2, 0), 0, 0);

        assertThatThrownBy(() -> TreeContributions.of(one(bare), 1)).hasMessageContaining("EXPLAIN-NO-COVER");
    }
}
