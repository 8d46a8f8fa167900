package dev.slipway.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.tree.TreeNode.Leaf;
import dev.slipway.tree.TreeView;
import dev.slipway.tree.XgboostTrees;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeImportanceTest {
    @Test
    void splits_gain_and_cover_are_those_xgboost_counts() throws IOException {
        var golden = Titanic.golden().path("xgboost_titanic");

        var found = TreeImportance.of(XgboostTrees.read(Titanic.trees()).view(), 6);

        for (int feature = 0; feature < 6; feature++) {
            var name = Titanic.FEATURES.get(feature);
            assertThat(found.get(feature).splits())
                    .isEqualTo(golden.path("weight").path(name).asInt());
            assertThat(found.get(feature).meanGain())
                    .isCloseTo(golden.path("gain").path(name).doubleValue(), within(1e-4));
            assertThat(found.get(feature).meanCover())
                    .isCloseTo(golden.path("cover").path(name).doubleValue(), within(1e-4));
        }
    }

    @Test
    void a_feature_nobody_asks_about_counts_nothing() {
        var view = new TreeView(List.of(0.0), List.of(new Leaf(1, 1)), List.of(0));

        assertThat(TreeImportance.of(view, 1)).containsExactly(new TreeImportance(0, 0, 0, 0));
        assertThat(TreeImportance.of(view, 1).get(0).meanGain()).isZero();
    }
}
