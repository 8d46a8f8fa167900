package dev.slipway.tree;

import java.util.Arrays;

/**
 * Makes a {@link Tree} node by node, the root first; the others in any order.
 *
 * <pre>{@code
 * var tree = new TreeBuilder(0, 1);
 * int root = tree.branch(Rule.AT_MOST, 2, 17.5, false, 100);
 * tree.children(root, tree.leaf(60, 0.25), tree.leaf(40, 0.75));
 * Tree grown = tree.build();
 * }</pre>
 *
 * <p>For one thread.
 */
public final class TreeBuilder {
    private static final int MOST_NODES = 1 << 24;

    private final int firstGroup;
    private final int outputs;
    private int nodes;
    private int[] feature = new int[16];
    private int[] left = new int[16];
    private int[] right = new int[16];
    private Rule[] rule = new Rule[16];
    private boolean[] missingLeft = new boolean[16];
    private double[] threshold = new double[16];
    private double[] cover = new double[16];
    private double[] gain = new double[16];
    private double[] values = new double[16];
    private int valuesUsed;
    private int[] categories = new int[16];
    private int categoriesUsed;

    /**
     * @param firstGroup the margin that the first value of each leaf is added to
     * @param outputs values a leaf, for this margin and those that follow it
     */
    public TreeBuilder(int firstGroup, int outputs) {
        if (firstGroup < 0 || outputs < 1) {
            throw new IllegalArgumentException("first group %d, %d outputs".formatted(firstGroup, outputs));
        }
        this.firstGroup = firstGroup;
        this.outputs = outputs;
    }

    /** Adds a leaf; the answer is its number. */
    public int leaf(double rows, double... value) {
        if (value.length != outputs) {
            throw new IllegalArgumentException("%d values for %d outputs".formatted(value.length, outputs));
        }
        int node = add(Tree.LEAF, rows);
        rule[node] = Rule.AT_MOST;
        if (valuesUsed + outputs > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, valuesUsed + outputs));
        }
        for (double each : value) {
            if (!Double.isFinite(each)) {
                throw new IllegalArgumentException("leaf %d has the value %s".formatted(node, each));
            }
            values[valuesUsed++] = each;
        }
        left[node] = valuesUsed - outputs;
        return node;
    }

    /** Adds a branch that compares with a threshold; {@link #children} must follow. The answer is its number. */
    public int branch(Rule how, int asked, double limit, boolean missingGoesLeft, double rows) {
        boolean all = limit == Double.POSITIVE_INFINITY && how != Rule.BELOW;
        if (how.isOfSet() || !(Double.isFinite(limit) || all)) {
            throw new IllegalArgumentException("%s with threshold %s".formatted(how, limit));
        }
        // A negative zero would compare like the positive one, but not subtract like it.
        return branch(how, asked, missingGoesLeft, rows, limit + 0.0);
    }

    /** Adds a branch that looks a category up, bit by bit in words of 32; {@link #children} must follow. */
    public int branch(Rule how, int asked, int[] set, boolean missingGoesLeft, double rows) {
        if (!how.isOfSet()) {
            throw new IllegalArgumentException(how + " with a set");
        }
        int start = categoriesUsed;
        categoriesUsed += 1 + set.length;
        if (categoriesUsed > categories.length) {
            categories = Arrays.copyOf(categories, 2 * categoriesUsed);
        }
        categories[start] = set.length;
        System.arraycopy(set, 0, categories, start + 1, set.length);
        return branch(how, asked, missingGoesLeft, rows, start);
    }

    private int branch(Rule how, int asked, boolean missingGoesLeft, double rows, double limit) {
        if (asked < 0) {
            throw new IllegalArgumentException("a branch on feature " + asked);
        }
        int node = add(asked, rows);
        rule[node] = how;
        missingLeft[node] = missingGoesLeft;
        threshold[node] = limit;
        left[node] = Tree.LEAF;
        right[node] = Tree.LEAF;
        return node;
    }

    /** Says where a branch leads. */
    public void children(int branch, int leftChild, int rightChild) {
        if (branch < 0 || branch >= nodes || feature[branch] == Tree.LEAF) {
            throw new IllegalArgumentException("node %d is no branch".formatted(branch));
        }
        left[branch] = leftChild;
        right[branch] = rightChild;
    }

    /** Says what a branch took off the training loss. */
    public void gain(int branch, double taken) {
        gain[branch] = taken;
    }

    private int add(int asked, double rows) {
        if (nodes == MOST_NODES) {
            throw new IllegalArgumentException("more than %,d nodes".formatted(MOST_NODES));
        }
        if (nodes == feature.length) {
            resize(2 * nodes);
        }
        feature[nodes] = asked;
        cover[nodes] = rows;
        return nodes++;
    }

    private void resize(int size) {
        feature = Arrays.copyOf(feature, size);
        left = Arrays.copyOf(left, size);
        right = Arrays.copyOf(right, size);
        rule = Arrays.copyOf(rule, size);
        missingLeft = Arrays.copyOf(missingLeft, size);
        threshold = Arrays.copyOf(threshold, size);
        cover = Arrays.copyOf(cover, size);
        gain = Arrays.copyOf(gain, size);
    }

    /**
     * The tree; the builder is used up.
     *
     * @throws IllegalArgumentException unless the root leads to every node exactly once
     */
    public Tree build() {
        resize(nodes);
        values = Arrays.copyOf(values, valuesUsed);
        categories = Arrays.copyOf(categories, categoriesUsed);
        return new Tree(this);
    }

    int firstGroup() {
        return firstGroup;
    }

    int outputs() {
        return outputs;
    }

    int[] feature() {
        return feature;
    }

    int[] left() {
        return left;
    }

    int[] right() {
        return right;
    }

    Rule[] rule() {
        return rule;
    }

    boolean[] missingLeft() {
        return missingLeft;
    }

    double[] threshold() {
        return threshold;
    }

    double[] cover() {
        return cover;
    }

    double[] gain() {
        return gain;
    }

    double[] values() {
        return values;
    }

    int[] categories() {
        return categories;
    }
}
