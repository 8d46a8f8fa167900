package dev.slipway.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.testkit.Travelled;
import dev.slipway.tree.Trees.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestTest {
    /** x0 at most 2.5, or missing: 0.25; else x1 at most 0: 0.5, more or missing: 1. */
    private static Tree small() {
        var tree = new TreeBuilder(0, 1);
        int root = tree.branch(Rule.AT_MOST, 0, 2.5, true, 10);
        int left = tree.leaf(4, 0.25);
        int right = tree.branch(Rule.AT_MOST, 1, -0.0, false, 6);
        tree.children(root, left, right);
        tree.children(right, tree.leaf(5, 0.5), tree.leaf(1, 1));
        tree.gain(root, 3);
        return tree.build();
    }

    private static Tree leaf(double... value) {
        var tree = new TreeBuilder(0, value.length);
        tree.leaf(10, value);
        return tree.build();
    }

    private static double answer(Forest forest, double... row) {
        var out = new double[1];
        forest.answers(row, 1, out);
        return out[0];
    }

    @Test
    void the_answer_is_the_mean_of_the_trees() {
        var forest = Forest.of(2, Answer.PROBABILITY, List.of(small(), leaf(0.75)));

        assertThat(answer(forest, 2.5, 7)).isEqualTo(0.5);
        assertThat(answer(forest, Math.nextUp(2.5), 0)).isEqualTo(0.625);
        assertThat(answer(forest, 3, 0.1)).isEqualTo(0.875);
    }

    @Test
    void missing_values_zeros_and_infinities_have_their_way() {
        var forest = Forest.of(2, Answer.NUMBER, List.of(small()));

        assertThat(answer(forest, Double.NaN, 7)).isEqualTo(0.25);
        assertThat(answer(forest, 3, Double.NaN)).isEqualTo(1);
        assertThat(answer(forest, 3, -0.0)).isEqualTo(0.5);
        assertThat(answer(forest, 3, 0.0)).isEqualTo(0.5);
        assertThat(answer(forest, Double.NEGATIVE_INFINITY, 7)).isEqualTo(0.25);
        assertThat(answer(forest, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(1);
        assertThat(answer(forest, Double.MAX_VALUE, -Double.MAX_VALUE)).isEqualTo(0.5);
    }

    @Test
    void leaves_may_hold_a_share_for_each_class() {
        var forest = Forest.of(1, Answer.CLASSES, List.of(leaf(0.5, 0.25, 0.25), leaf(0, 0.25, 0.75)));
        var out = new double[6];

        forest.answers(new double[] {1, 2}, 2, out);

        assertThat(out).containsExactly(0.25, 0.25, 0.5, 0.25, 0.25, 0.5);
        assertThat(forest.view().roots()).hasSize(6);
    }

    @Test
    void rows_together_and_alone_get_the_bits_of_walking_the_trees() {
        var random = new SplittableRandom(3);
        var trees = IntStream.range(0, 21).mapToObj(tree -> grown(random, 3)).toList();
        var forest = Forest.of(5, Answer.CLASSES, trees);
        int rows = 71;
        double[] matrix = IntStream.range(0, rows * 5)
                .mapToDouble(cell -> random.nextInt(9) == 0 ? Double.NaN : random.nextInt(10))
                .toArray();

        var together = new double[rows * 3];
        forest.answers(matrix, rows, together);

        var alone = new double[3];
        for (int row = 0; row < rows; row++) {
            int offset = row * 5;
            forest.answers(
                    IntStream.range(row * 5, row * 5 + 5)
                            .mapToDouble(cell -> matrix[cell])
                            .toArray(),
                    1,
                    alone);
            for (int group = 0; group < 3; group++) {
                double sum = 0;
                for (var tree : trees) {
                    sum += tree.value(tree.leafOf(feature -> matrix[offset + feature]), group);
                }
                assertThat(together[row * 3 + group]).isEqualTo(sum / 21);
                assertThat(alone[group]).isEqualTo(sum / 21);
            }
        }
    }

    private static Tree grown(SplittableRandom random, int outputs) {
        var tree = new TreeBuilder(0, outputs);
        grow(tree, random, 9, outputs);
        return tree.build();
    }

    private static int grow(TreeBuilder tree, SplittableRandom random, int depth, int outputs) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return tree.leaf(1, random.doubles(outputs).toArray());
        }
        int branch = tree.branch(Rule.AT_MOST, random.nextInt(5), random.nextInt(10), random.nextBoolean(), 2);
        int left = grow(tree, random, depth - 1, outputs);
        tree.children(branch, left, grow(tree, random, depth - 1, outputs));
        return branch;
    }

    @Test
    void the_file_reads_back_to_the_same_forest_with_all_that_explains_it() {
        var forest = Forest.of(2, Answer.NUMBER, List.of(small(), leaf(0.1)));

        var again = Forest.read(forest.file());

        assertThat(again.file()).isEqualTo(forest.file());
        assertThat(answer(Travelled.copy(forest), 3, 0.1)).isEqualTo(answer(forest, 3, 0.1));
        assertThat(again.answer()).isEqualTo(Answer.NUMBER);
        assertThat(again.size()).isEqualTo(2);
        var root = again.view().roots().get(0);
        assertThat(root).isInstanceOfSatisfying(TreeNode.Split.class, split -> {
            assertThat(split.cover()).isEqualTo(10);
            assertThat(split.gain()).isEqualTo(3);
            assertThat(split.goesLeft().test(Double.NaN)).isTrue();
            assertThat(split.left()).isEqualTo(new TreeNode.Leaf(0.125, 4));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":1        | "format":7         | format 7 is not one this Slipway reads
            "feature":[0,-1,1 | "feature":[0,-1,9  | branches on feature 9 of 2
            "feature":[0,-1,1 | "feature":[0,-1,-1 | 1 branches cannot have 4 leaves
            "rows":[10        | "rows":[10,10      | tree 0: 'rows' has 6 entries instead of 5
            0.25,0.5,1.0      | 0.25,0.5           | 'values' has 2 entries
            "NUMBER"          | "CLASSES"          | leaves of 1 values answer no CLASSES
            "NUMBER"          | "GUESS"            | GUESS
            "gain"            | "again"            | key 'gain' is missing
            """)
    void a_damaged_file_is_refused_with_what_is_wrong(String part, String damage, String what) {
        var text = new String(Forest.of(2, Answer.NUMBER, List.of(small())).file(), StandardCharsets.UTF_8);
        assertThat(text).contains(part);

        assertThatThrownBy(() -> Forest.read(text.replace(part, damage).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(what);
    }

    @Test
    void trees_that_do_not_fit_are_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> Forest.of(2, Answer.NUMBER, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Forest.of(1, Answer.NUMBER, List.of(small()))).hasMessageContaining("feature 1 of 1");
        assertThatThrownBy(() -> Forest.of(1, Answer.NUMBER, List.of(leaf(1), leaf(1, 2))))
                .hasMessageContaining("tree 1 adds to groups 0 to 1");
    }

    @Test
    void a_builder_refuses_what_is_no_tree() {
        var open = new TreeBuilder(0, 1);
        open.branch(Rule.AT_MOST, 0, 1, true, 1);
        assertThatThrownBy(open::build).hasMessageContaining("node 0 has child -1");

        var loose = new TreeBuilder(0, 1);
        loose.leaf(1, 1);
        loose.leaf(1, 2);
        assertThatThrownBy(loose::build).hasMessageContaining("1 of its 2 nodes cannot be reached");
        assertThatThrownBy(() -> loose.children(0, 1, 1)).hasMessageContaining("node 0 is no branch");
        assertThatThrownBy(() -> loose.leaf(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> loose.branch(Rule.AT_MOST, 0, Double.NaN, true, 1))
                .hasMessageContaining("NaN");
    }
}
