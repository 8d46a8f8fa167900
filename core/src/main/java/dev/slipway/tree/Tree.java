package dev.slipway.tree;

import java.util.function.IntToDoubleFunction;

/**
 * One tree as it stands, to read: node 0 is the root, every other node is the child of exactly one. Immutable and thread-safe.
 * A row starts at the root, goes {@link #left} or {@link #right} as {@link #goesLeft} says of its value of {@link #feature},
 * and adds {@link #value} of the leaf it ends at to its margins.
 *
 * <p>It is made by a {@link TreeBuilder}.
 */
public final class Tree {
    static final int LEAF = -1;

    private static final int DEEPEST = 1_024;

    private final int firstGroup;
    private final int outputs;
    private final int[] feature;
    private final int[] left;
    private final int[] right;
    private final Rule[] rule;
    private final boolean[] missingLeft;
    private final double[] threshold;
    private final double[] cover;
    private final double[] gain;
    private final double[] values;
    private final int[] categories;
    private final int[] breadthFirst;
    private final int depth;

    Tree(TreeBuilder made) {
        firstGroup = made.firstGroup();
        outputs = made.outputs();
        feature = made.feature();
        left = made.left();
        right = made.right();
        rule = made.rule();
        missingLeft = made.missingLeft();
        threshold = made.threshold();
        cover = made.cover();
        gain = made.gain();
        values = made.values();
        categories = made.categories();
        breadthFirst = new int[feature.length];
        depth = walk();
    }

    /** Fills {@link #breadthFirst} level by level and answers how many steps the deepest leaf is away. */
    private int walk() {
        if (feature.length == 0) {
            throw new IllegalArgumentException("it has no node");
        }
        var seen = new boolean[feature.length];
        seen[0] = true;
        int reached = 1;
        int levels = 0;
        for (int start = 0, end = 1; ; start = end, end = reached, levels++) {
            for (int at = start; at < end; at++) {
                int node = breadthFirst[at];
                if (!isLeaf(node)) {
                    reached = reach(left[node], node, seen, reached);
                    reached = reach(right[node], node, seen, reached);
                }
            }
            if (reached == end) {
                break;
            }
            if (levels == DEEPEST) {
                throw new IllegalArgumentException("a leaf lies deeper than %d steps".formatted(DEEPEST));
            }
        }
        if (reached != feature.length) {
            throw new IllegalArgumentException("%d of its %d nodes cannot be reached from the root"
                    .formatted(feature.length - reached, feature.length));
        }
        return levels;
    }

    private int reach(int child, int parent, boolean[] seen, int reached) {
        if (child < 0 || child >= seen.length) {
            throw new IllegalArgumentException(
                    "node %d has child %d, outside 0 to %d".formatted(parent, child, seen.length - 1));
        }
        if (seen[child]) {
            throw new IllegalArgumentException(
                    "node %d is reached twice, the second time from node %d".formatted(child, parent));
        }
        seen[child] = true;
        breadthFirst[reached] = child;
        return reached + 1;
    }

    public int nodes() {
        return feature.length;
    }

    /** Steps from the root to the deepest leaf. */
    public int depth() {
        return depth;
    }

    public boolean isLeaf(int node) {
        return feature[node] == LEAF;
    }

    /** The place of the value that decides at a branch. */
    public int feature(int node) {
        return feature[node];
    }

    public int left(int node) {
        return left[node];
    }

    public int right(int node) {
        return right[node];
    }

    /** How a branch decides. */
    public Rule rule(int node) {
        return rule[node];
    }

    /** What the value is compared with at a branch; {@code NaN} where a set of categories decides. */
    public double threshold(int node) {
        return rule(node).isOfSet() ? Double.NaN : threshold[node];
    }

    /** Where a missing value goes at a branch. */
    public boolean missingGoesLeft(int node) {
        return missingLeft[node];
    }

    /** How much of the training data went through a node: XGBoost's sum of second derivatives, or a number of rows. */
    public double cover(int node) {
        return cover[node];
    }

    /** What a branch took off the training loss; 0 where nobody said. */
    public double gain(int node) {
        return gain[node];
    }

    /** Whether the tree adds to this margin. */
    public boolean answers(int group) {
        return group >= firstGroup && group < firstGroup + outputs;
    }

    /** What a row that ends at this leaf gets added to its margin of this group. */
    public double value(int leaf, int group) {
        return answers(group) ? values[left[leaf] + group - firstGroup] : 0;
    }

    /** Whether a row with this value of the branch's feature goes left. */
    public boolean goesLeft(int node, double value) {
        Rule how = rule[node];
        if (how.isMissing(value)) {
            return missingLeft[node];
        }
        return how.isOfSet() ? (how == Rule.IN_SET) == isIn(node, value) : how.left(value, threshold[node]);
    }

    /** The set's words of 32 bits follow their number; a value below zero or beyond the last word is in no set. */
    private boolean isIn(int node, double value) {
        boolean single = rule(node) == Rule.NOT_IN_SET;
        // Cutting off the fraction makes -0.5 the category 0 for LightGBM; XGBoost looks before it cuts.
        if (single ? value < 0 : value <= -1) {
            return false;
        }
        int set = (int) threshold[node];
        int category = single ? (int) (float) value : (int) value;
        return category >>> 5 < categories[set] && (categories[set + 1 + (category >>> 5)] >>> category & 1) == 1;
    }

    /** What hangs below a node, as one group sees it, its leaves multiplied with a weight. */
    TreeNode node(int node, int group, double weight) {
        if (isLeaf(node)) {
            return new TreeNode.Leaf(weight * value(node, group), cover(node));
        }
        return new TreeNode.Split(
                feature(node),
                value -> goesLeft(node, value),
                node(left(node), group, weight),
                node(right(node), group, weight),
                cover(node),
                gain(node));
    }

    /** The leaf at which a row ends. */
    int leafOf(IntToDoubleFunction row) {
        int node = 0;
        while (!isLeaf(node)) {
            node = goesLeft(node, row.applyAsDouble(feature[node])) ? left[node] : right[node];
        }
        return node;
    }

    int firstGroup() {
        return firstGroup;
    }

    int outputs() {
        return outputs;
    }

    /** The nodes, root first, children of one node side by side, left before right. */
    int breadthFirst(int place) {
        return breadthFirst[place];
    }

    /** Whether any branch decides by a set of categories. */
    boolean hasSets() {
        return categories.length > 0;
    }
}
