package dev.slipway.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class LeftOutZerosTest {
    /* Feature 0 is a number, feature 1 a mark whose zeros are missing. Leaves: 10, 20, 30. */
    private static String model(String markGoes, int zerosGoLeft) {
        return """
            {"learner": {"attributes": {}, "feature_names": [], "feature_types": [],
              "gradient_booster": {"name": "gbtree", "model": {
                "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "1"}, "tree_info": [0],
                "trees": [{"left_children": [1, -1, 3, -1, -1], "right_children": [2, -1, 4, -1, -1],
                  "parents": [2147483647, 0, 0, 2, 2], "split_indices": [0, 0, 1, 0, 0], "split_conditions": [0.5, 10.0, %s, 20.0, 30.0],
                  "default_left": [0, 0, %d, 0, 0], "split_type": [0, 0, 0, 0, 0],
                  "tree_param": {"num_deleted": "0", "num_feature": "2", "num_nodes": "5", "size_leaf_vector": "1"}}]}},
              "learner_model_param": {"base_score": "[0E0]", "num_class": "0", "num_feature": "2", "num_target": "1"},
              "objective": {"name": "reg:squarederror", "reg_loss_param": {}}}, "version": [3, 2, 0]}
            """.formatted(markGoes, zerosGoLeft);
    }

    private static float answer(String json, float mark) {
        var features = new BitSet();
        features.set(1);
        var trees = XgboostTrees.read(LeftOutZeros.restored(json.getBytes(StandardCharsets.UTF_8), features));
        var out = new float[1];
        trees.margins(new float[] {1, mark}, 0, out);
        return out[0];
    }

    @Test
    void zeros_go_where_missing_values_went_and_ones_where_ones_went() {
        // One is below 2.00001 and went left, to 20; what was missing went right, to 30.
        assertThat(answer(model("2.00001", 0), 1)).isEqualTo(20);
        assertThat(answer(model("2.00001", 0), 0)).isEqualTo(30);
        // One is not below -1e-5 and went right, to 30; what was missing went left, to 20.
        assertThat(answer(model("-0.00001", 1), 1)).isEqualTo(30);
        assertThat(answer(model("-0.00001", 1), 0)).isEqualTo(20);
    }

    @Test
    void a_branch_that_sent_all_rows_one_way_still_does() {
        assertThat(answer(model("2.00001", 1), 1)).isEqualTo(20);
        assertThat(answer(model("2.00001", 1), 0)).isEqualTo(20);
        assertThat(answer(model("-0.00001", 0), 1)).isEqualTo(30);
        assertThat(answer(model("-0.00001", 0), 0)).isEqualTo(30);
    }

    @Test
    void the_right_child_stays_behind_the_left_where_the_library_looks_for_it() {
        var features = new BitSet();
        features.set(1);
        var json = LeftOutZeros.restored(model("2.00001", 0).getBytes(StandardCharsets.UTF_8), features);

        var tree = JsonMapper.shared().readTree(json).at("/learner/gradient_booster/model/trees/0");

        assertThat(tree.path("left_children").toString()).isEqualTo("[1,-1,3,-1,-1]");
        assertThat(tree.path("right_children").toString()).isEqualTo("[2,-1,4,-1,-1]");
        assertThat(tree.path("split_conditions").toString()).isEqualTo("[0.5,10.0,1.0,30.0,20.0]");
        assertThat(tree.path("parents").toString()).isEqualTo("[2147483647,0,0,2,2]");
    }

    @Test
    void what_is_missing_goes_with_the_zeros() {
        assertThat(answer(model("2.00001", 0), Float.NaN)).isEqualTo(30);
        assertThat(answer(model("-0.00001", 1), Float.NaN)).isEqualTo(20);
    }

    @Test
    void other_branches_stay_as_they_are() {
        var json = model("2.00001", 0).getBytes(StandardCharsets.UTF_8);

        var same = XgboostTrees.read(LeftOutZeros.restored(json, new BitSet()));

        var tree = same.view();
        assertThat(tree).isNotNull();
        var out = new float[1];
        same.margins(new float[] {0, 1}, 0, out);
        assertThat(out[0]).isEqualTo(10);
        same.margins(new float[] {1, Float.NaN}, 0, out);
        assertThat(out[0]).isEqualTo(30);
    }

    @Test
    void what_is_no_model_is_refused() {
        assertThatThrownBy(() -> LeftOutZeros.restored("no json".getBytes(StandardCharsets.UTF_8), new BitSet()))
                .hasMessageContaining("it is no model in JSON");
        assertThatThrownBy(() -> LeftOutZeros.restored(
                        "{\"learner\":{\"gradient_booster\":{\"model\":{\"trees\":[{}]}}}}"
                                .getBytes(StandardCharsets.UTF_8),
                        new BitSet()))
                .hasMessageContaining("it is no model in JSON");
    }
}
