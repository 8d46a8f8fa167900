package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import org.junit.jupiter.api.Test;

class XgboostParamsTest {
    @Test
    void every_value_outside_its_range_is_named_at_once() {
        assertThatThrownBy(() -> new XgboostParams(0, 17, 0, 1.5, Double.NaN, -1, -1, -1, 0))
                .isInstanceOfSatisfying(SlipwayException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(SlipwayException.Kind.USAGE);
                    assertThat(refused.problems()).hasSize(9);
                })
                .hasMessageContaining("TRAIN-PARAMETER: trees is 0, outside [1, 10000]")
                .hasMessageContaining("column_share is NaN, outside [0.01, 1.0]")
                .hasMessageContaining("candidate xgboost, parameter 'depth'");
    }

    @Test
    void nothing_about_the_start_of_the_sums_is_left_to_the_library() {
        assertThat(XgboostParams.defaults(7, 2).growth(Objective.BINARY).settings())
                .containsEntry("base_score", "0.5")
                .containsEntry("objective", "binary:logistic")
                .containsEntry("tree_method", "hist")
                .containsEntry("seed", "7")
                .containsEntry("nthread", "2")
                .doesNotContainKey("num_class");
    }
}
