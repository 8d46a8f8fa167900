package dev.slipway.explain;

import dev.slipway.tree.TreeNode;
import dev.slipway.tree.TreeView;
import java.util.Arrays;
import java.util.List;

/**
 * How much the trees of a model rest on one feature, as counted in the trees themselves: no row is needed. It speaks of the
 * training data, and of a feature with many values too kindly.
 *
 * @param feature which column of the matrix, from 0
 * @param splits how many times a tree asks about it (XGBoost calls it weight)
 * @param gain what these splits took off the training loss, together
 * @param cover how much training data came by these splits, together
 */
public record TreeImportance(int feature, int splits, double gain, double cover) {
    /** One for each feature, in order. */
    public static List<TreeImportance> of(TreeView view, int features) {
        var sums = new TreeImportance[features];
        Arrays.setAll(sums, feature -> new TreeImportance(feature, 0, 0, 0));
        view.roots().forEach(root -> count(root, sums));
        return List.of(sums);
    }

    private static void count(TreeNode node, TreeImportance... sums) {
        if (node instanceof TreeNode.Split split) {
            var before = sums[split.feature()];
            sums[split.feature()] = new TreeImportance(
                    split.feature(), before.splits + 1, before.gain + split.gain(), before.cover + split.cover());
            count(split.left(), sums);
            count(split.right(), sums);
        }
    }

    /** What one split took off the training loss, on average; 0 where there is none. */
    public double meanGain() {
        return splits == 0 ? 0 : gain / splits;
    }

    /** How much training data came by a split, on average; 0 where there is none. */
    public double meanCover() {
        return splits == 0 ? 0 : cover / splits;
    }
}
