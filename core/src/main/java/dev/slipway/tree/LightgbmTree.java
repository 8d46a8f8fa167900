package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.Map;

/**
 * One tree as LightGBM writes it: arrays with an entry a branch, arrays with an entry a leaf. A child that is negative is a
 * leaf, counted down from -1.
 */
final class LightgbmTree {
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MOST_LEAVES = 1 << 23;

    private final Map<String, String> part;
    private final String where;
    private final int features;
    private final int leaves;
    private final int branches;

    LightgbmTree(Map<String, String> part, int index, int features) {
        this.part = part;
        this.where = "tree %d of the LightGBM model".formatted(index);
        this.features = features;
        this.leaves = LightgbmText.whole(part, "num_leaves", 1, MOST_LEAVES, where);
        this.branches = leaves - 1;
        if (!part.getOrDefault("is_linear", "0").equals("0")) {
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED", "its leaves are linear functions", where, "train with linear_tree=false");
        }
    }

    /** The tree, which adds to this group. */
    Tree tree(int group) {
        var builder = new TreeBuilder(group, 1);
        try {
            // The branches keep their numbers, 0 to n - 1; the leaves follow.
            if (branches > 0) {
                branches(builder);
            }
            double[] values = LightgbmText.numbers(part, "leaf_value", leaves, where);
            int[] rows = counts("leaf_count", leaves);
            for (int leaf = 0; leaf < leaves; leaf++) {
                builder.leaf(rows[leaf], values[leaf]);
            }
            return builder.build();
        } catch (IllegalArgumentException broken) {
            throw LightgbmText.damaged(String.valueOf(broken.getMessage()), where);
        }
    }

    private void branches(TreeBuilder builder) {
        int[] feature = wholes("split_feature");
        double[] threshold = LightgbmText.numbers(part, "threshold", branches, where);
        int[] decision = part.containsKey("decision_type") ? wholes("decision_type") : new int[branches];
        int[] left = wholes("left_child");
        int[] right = wholes("right_child");
        int[] rows = counts("internal_count", branches);
        double[] gain = gain();
        int[][] sets = sets();
        for (int branch = 0; branch < branches; branch++) {
            if (feature[branch] < 0 || feature[branch] >= features) {
                throw LightgbmText.damaged(
                        "split_feature[%d] is %d, of %d features".formatted(branch, feature[branch], features), where);
            }
            if ((decision[branch] & CATEGORICAL) != 0) {
                int[] set = set(sets, threshold[branch], branch);
                builder.branch(Rule.IN_SET, feature[branch], set, false, rows[branch]);
            } else {
                boolean missingLeft = (decision[branch] & DEFAULT_LEFT) != 0;
                builder.branch(
                        rule(decision[branch] >> 2, branch),
                        feature[branch],
                        threshold[branch],
                        missingLeft,
                        rows[branch]);
            }
            builder.gain(branch, gain[branch]);
            builder.children(branch, node(left[branch]), node(right[branch]));
        }
    }

    private int node(int child) {
        return child < 0 ? branches + ~child : child;
    }

    private Rule rule(int missing, int branch) {
        return switch (missing) {
            case 0 -> Rule.AT_MOST_NAN_AS_ZERO;
            case 1 -> Rule.AT_MOST_UNLESS_ZERO;
            case 2 -> Rule.AT_MOST;
            default ->
                throw LightgbmText.damaged(
                        "decision_type[%d] has the missing type %d".formatted(branch, missing), where);
        };
    }

    /** The sets of categories, as bits in words of 32. */
    private int[][] sets() {
        int count = LightgbmText.whole(part, "num_cat", 0, branches, where);
        if (count == 0) {
            return new int[0][];
        }
        int[] bounds = LightgbmText.wholes(part, "cat_boundaries", count + 1, where);
        int[] words = LightgbmText.wholes(part, "cat_threshold", bounds[count], where);
        var sets = new int[count][];
        for (int set = 0; set < count; set++) {
            if (bounds[set] < 0 || bounds[set] > bounds[set + 1] || bounds[set + 1] > words.length) {
                throw LightgbmText.damaged(
                        "cat_boundaries go from %d to %d".formatted(bounds[set], bounds[set + 1]), where);
            }
            sets[set] = Arrays.copyOfRange(words, bounds[set], bounds[set + 1]);
        }
        return sets;
    }

    private int[] set(int[][] sets, double threshold, int branch) {
        int set = (int) threshold;
        if (set != threshold || set < 0 || set >= sets.length) {
            throw LightgbmText.damaged(
                    "branch %d asks for set %s of %d".formatted(branch, threshold, sets.length), where);
        }
        return sets[set];
    }

    private int[] wholes(String key) {
        return LightgbmText.wholes(part, key, branches, where);
    }

    /** What only explanations read; old and handmade files may lack it. */
    private int[] counts(String key, int count) {
        return part.getOrDefault(key, "").isEmpty() ? new int[count] : LightgbmText.wholes(part, key, count, where);
    }

    private double[] gain() {
        return part.containsKey("split_gain")
                ? LightgbmText.numbers(part, "split_gain", branches, where)
                : new double[branches];
    }
}
