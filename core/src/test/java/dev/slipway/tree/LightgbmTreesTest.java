package dev.slipway.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.problem.SlipwayException;
import dev.slipway.testkit.Travelled;
import dev.slipway.tree.Trees.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightgbmTreesTest {
    /** Tree 0: x0 at most 2.5 (missing left): 1; else x1 in {1, 33}: 2, else 4. Tree 1 adds a half. */
    private static final String TINY = """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=1
            objective=regression
            feature_names=age colour
            feature_infos=[0:9] 1:33
            tree_sizes=300 60

            Tree=0
            num_leaves=3
            num_cat=1
            split_feature=0 1
            split_gain=7 3
            threshold=2.5 0
            decision_type=10 9
            left_child=-1 -2
            right_child=1 -3
            leaf_value=1 2 4
            leaf_weight=4 5 1
            leaf_count=4 5 1
            internal_value=0 0
            internal_weight=0 6
            internal_count=10 6
            cat_boundaries=0 2
            cat_threshold=2 2
            is_linear=0
            shrinkage=1


            Tree=1
            num_leaves=1
            num_cat=0
            split_feature=
            threshold=
            left_child=
            right_child=
            leaf_value=0.5
            is_linear=0
            shrinkage=1


            end of trees

            feature_importances:
            age=1

            parameters:
            [boosting: gbdt]
            end of parameters
            """;

    private static LightgbmTrees read(String text) {
        return LightgbmTrees.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static double answer(LightgbmTrees trees, double... row) {
        var out = new double[1];
        trees.answers(row, 1, out);
        return out[0];
    }

    @Test
    void thresholds_sets_and_gaps_go_their_way() {
        var trees = read(TINY);

        assertThat(answer(trees, 2.5, 0)).isEqualTo(1.5);
        assertThat(answer(trees, Double.NaN, 0)).isEqualTo(1.5);
        assertThat(answer(trees, 3, 1)).isEqualTo(2.5);
        assertThat(answer(trees, 3, 33.9)).isEqualTo(2.5);
        assertThat(answer(trees, 3, 34)).isEqualTo(4.5);
        assertThat(answer(trees, 3, Double.NaN)).isEqualTo(4.5);
        assertThat(answer(trees, 3, -1)).isEqualTo(4.5);
        assertThat(answer(trees, 3, 1e300)).isEqualTo(4.5);
    }

    @Test
    void links_turn_the_margin_into_an_answer() {
        double margin = 1.5;

        assertThat(answer(read(TINY.replace("=regression", "=binary sigmoid:2")), 0, 0))
                .isCloseTo(1 / (1 + Math.exp(-2 * margin)), within(1e-15));
        assertThat(answer(read(TINY.replace("=regression", "=poisson")), 0, 0))
                .isCloseTo(Math.exp(margin), within(1e-14));
        assertThat(answer(read(TINY.replace("=regression", "=regression sqrt")), 0, 0))
                .isEqualTo(margin * margin);
        assertThat(answer(read(TINY.replace("objective=regression\n", "average_output\n")), 0, 0))
                .isEqualTo(margin / 2);
    }

    @Test
    void the_file_travels_and_can_be_read_for_explanation() {
        var trees = read(TINY);

        assertThat(new String(trees.file(), StandardCharsets.UTF_8)).isEqualTo(TINY);
        assertThat(answer(Travelled.copy(trees), 3, 1)).isEqualTo(2.5);
        assertThat(trees.featureNames()).isEqualTo(List.of("age", "colour"));
        assertThat(trees.answer()).isEqualTo(Answer.NUMBER);
        assertThat(trees.size()).isEqualTo(2);
        var view = trees.view();
        assertThat(view.roots().get(1)).isEqualTo(new TreeNode.Leaf(0.5, 0));
        assertThat(view.roots().get(0)).isInstanceOfSatisfying(TreeNode.Split.class, split -> {
            assertThat(split.cover()).isEqualTo(10);
            assertThat(split.gain()).isEqualTo(7);
            assertThat(split.right().cover()).isEqualTo(6);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tree\\nversion                | forest\\nversion          | its first line is not 'tree'
            end of trees                 | end of                   | it ends before 'end of trees', behind tree 1
            end of parameters            | end                      | it ends before 'end of parameters'
            Tree=1                       | Tree=2                   | 'Tree=2' where tree 1 should begin
            num_class=1                  | num_class=x              | num_class is 'x', not a whole number
            max_feature_idx=1            | max_feature_idx=99999999 | outside 0 to
            max_feature_idx=1            | max_feature_idx=2        | 2 feature_names for 3 features
            tree_sizes=300 60            | tree_sizes=300 60 7      | tree_sizes promises 3 trees
            split_feature=0 1            | split_feature=0 2        | split_feature[1] is 2, of 2 features
            split_feature=0 1            | other=0 1                | 'split_feature' is missing
            threshold=2.5 0              | threshold=2.5            | 'threshold' has 1 numbers instead of 2
            threshold=2.5 0              | threshold=2.5x 0         | threshold[0] is '2.5x', not a number
            threshold=2.5 0              | threshold=nan 0          | threshold[0] is 'nan', not a number
            threshold=2.5 0              | threshold=2.5 1          | branch 1 asks for set 1.0 of 1
            left_child=-1 -2             | left_child=-1 0          | node 0 is reached twice
            left_child=-1 -2             | left_child=-1 -9         | node 1 has child 10, outside 0 to 4
            left_child=-1 -2             | left_child=-1 -1         | node 2 is reached twice
            decision_type=10 9           | decision_type=14 9       | decision_type[0] has the missing type 3
            cat_boundaries=0 2           | cat_boundaries=0 5       | 'cat_threshold' has 2 numbers instead of 5
            leaf_value=1 2 4             | leaf_value=1 2 inf       | leaf 4 has the value Infinity
            num_leaves=3                 | num_leaves=0             | num_leaves is 0, outside 1 to
            num_leaves=3                 | num_leaves=3\\nnum_leaves=3 | it says 'num_leaves' twice
            """)
    void a_damaged_file_is_refused_with_what_is_wrong(String part, String damage, String what) {
        String from = part.replace("\\n", "\n");
        assertThat(TINY).contains(from);

        assertThatThrownBy(() -> read(TINY.replace(from, damage.replace("\\n", "\n"))))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("MODEL-DAMAGED")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =regression    | =regresion   | did you mean 'regression'?
            version=v4     | version=v9   | version 'v9' of the format
            is_linear=0    | is_linear=1  | its leaves are linear functions
            num_tree_per_iteration=1 | num_tree_per_iteration=2 | 2 margins a row with objective 'regression'
            """)
    void what_cannot_be_scored_is_refused_and_not_guessed(String part, String other, String what) {
        assertThatThrownBy(() -> read(TINY.replace(part, other)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("MODEL-UNSUPPORTED")
                .hasMessageContaining(what);
    }

    @Test
    void a_truncated_file_is_refused_wherever_it_ends() {
        int whole = TINY.indexOf("end of trees") + "end of trees".length();
        for (int length = 0; length < whole; length += 11) {
            String cut = TINY.substring(0, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(SlipwayException.class);
        }
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatThrownBy(() -> LightgbmTrees.read(new byte[] {(byte) 0x80, 4, (byte) 0x95}))
                .hasMessageContaining("it is not text in UTF-8");
    }
}
