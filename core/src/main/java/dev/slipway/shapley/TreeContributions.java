package dev.slipway.shapley;

import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.TreeNode;
import dev.slipway.tree.TreeView;
import java.util.ArrayList;
import java.util.List;

/**
 * What each feature adds to the margin of a row, over the margin that is expected of a row nobody knows: Shapley values,
 * where a feature that is not known sends the row both ways in the shares of the training data (path-dependent TreeSHAP,
 * Lundberg et al. 2018 and 2020). A row's contributions and the base add up to its margin. Immutable, thread-safe.
 */
public final class TreeContributions {
    private final int features;
    private final List<Double> bases;
    private final List<Grown> trees;

    /** A tree, the group it adds to, and the rule for the most columns that one of its paths can ask about. */
    private record Grown(TreeNode root, int group, int longest, Quadrature rule) {}

    private TreeContributions(TreeView view, int features) {
        this.features = features;
        var expected = new ArrayList<>(view.bases());
        var grown = new ArrayList<Grown>();
        var rules = new Quadrature.Rules();
        for (int tree = 0; tree < view.roots().size(); tree++) {
            var root = view.roots().get(tree);
            int group = view.groupOfTree().get(tree);
            int longest = Math.min(depth(root), features);
            grown.add(new Grown(root, group, longest, rules.ofDegree(longest - 1)));
            expected.set(group, expected.get(group) + expected(root));
        }
        this.bases = List.copyOf(expected);
        this.trees = List.copyOf(grown);
    }

    /**
     * Reads the trees once, for many rows.
     *
     * @param features how many numbers a row has
     * @throws SlipwayException where the model's file does not say how many rows went each way
     */
    public static TreeContributions of(TreeView view, int features) {
        if (view.roots().stream().anyMatch(root -> root instanceof TreeNode.Split && !(root.cover() > 0))) {
            throw SlipwayException.refused(
                    "EXPLAIN-NO-COVER",
                    "the trees do not say how much of the training data took each branch",
                    "the trees of the model",
                    "train again; for a model made elsewhere, save it with its statistics");
        }
        return new TreeContributions(view, features);
    }

    private static int depth(TreeNode node) {
        return node instanceof TreeNode.Split split ? 1 + Math.max(depth(split.left()), depth(split.right())) : 0;
    }

    private static double expected(TreeNode node) {
        if (node instanceof TreeNode.Split split) {
            double left = split.shareLeft();
            return left * expected(split.left()) + (1 - left) * expected(split.right());
        }
        return node instanceof TreeNode.Leaf leaf ? leaf.value() : 0;
    }

    /** Margins, and vectors of contributions, a row. */
    public int groups() {
        return bases.size();
    }

    /** The margin of a row nobody knows: the mean over the training data as the trees remember it. */
    public double base(int group) {
        return bases.get(group);
    }

    /** The contributions of the row that starts at {@code offset}, one a feature, all features of a group together. */
    public double[] of(double[] matrix, int offset) {
        var sums = new double[groups() * features];
        for (var tree : trees) {
            var descent = new Descent(
                    tree.rule(),
                    tree.longest(),
                    (feature, amount) -> sums[tree.group() * features + feature] += amount);
            descent.walk(tree.root(), feature -> matrix[offset + feature]);
        }
        return sums;
    }
}
