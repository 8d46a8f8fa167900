package dev.slipway.tree;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees that sum in double precision, tree after tree from zero, laid out for speed. Immutable and thread-safe. */
final class DoubleTrees {
    /*
     * Two longs a node: the threshold, and which value to look at beside the place of the left child (the right one follows
     * it). The sign of threshold less value says where to go, so a step needs no branch to mispredict; threshold and value
     * are never both infinite: a threshold and a value above all others are the greatest number. What is missing becomes the infinity that goes the right way, so each way of treating a
     * feature that some branch asks for is a value of its own ("slot"). A leaf looks at a value that always sends it to
     * itself and keeps in the threshold's place what it adds, or where that stands when it adds to several groups. Several
     * trees (one row) or rows (one tree) go down side by side, and the processor overlaps their loads. Trees grown leaf by
     * leaf are uneven, so every few levels one looks whether all have arrived.
     */
    private static final int STRIDE = 2;
    private static final int ABREAST = 8;
    private static final int BLOCK = 32;
    private static final int LEVELS = 4;

    private final int features;
    private final int groups;
    private final int[] slotFeature;
    private final double[] slotMissing;
    private final double[] slotZero;
    private final double speck;
    private final long[] nodes;
    private final int[] roots;
    private final int[] depths;
    private final int[] groupOfTree;
    private final int outputs;
    private final double[] vectors;
    private final Tree[] ofSets;

    /** What a slot makes of values that are missing, and of those that count as zero. */
    private enum Gap {
        ZERO(0, 0),
        LEFT(Double.NEGATIVE_INFINITY, 0),
        RIGHT(Double.POSITIVE_INFINITY, 0),
        LEFT_ZERO_TOO(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
        RIGHT_ZERO_TOO(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        private final double missing;
        private final double zero;

        Gap(double missing, double zero) {
            this.missing = missing;
            this.zero = zero;
        }

        static Gap of(Tree tree, int node) {
            boolean left = tree.missingGoesLeft(node);
            return switch (tree.rule(node)) {
                case AT_MOST_NAN_AS_ZERO -> ZERO;
                case AT_MOST -> left ? LEFT : RIGHT;
                case AT_MOST_UNLESS_ZERO -> left ? LEFT_ZERO_TOO : RIGHT_ZERO_TOO;
                case BELOW, IN_SET, NOT_IN_SET -> throw new IllegalArgumentException("" + tree.rule(node));
            };
        }
    }

    /** A value that some branch looks at. */
    private record Slot(int feature, Gap gap) {}

    /**
     * All trees add to the same number of groups.
     *
     * @param speck what is this small or smaller counts as zero
     */
    DoubleTrees(int features, int groups, double speck, List<Tree> trees) {
        this.features = features;
        this.speck = speck;
        this.groups = groups;
        this.outputs = trees.isEmpty() ? 1 : trees.get(0).outputs();
        this.ofSets = trees.stream().filter(Tree::hasSets).toArray(Tree[]::new);
        var plain = trees.stream().filter(tree -> !tree.hasSets()).toList();
        Map<Slot, Integer> slots = slots(plain);
        this.slotFeature = slots.keySet().stream().mapToInt(Slot::feature).toArray();
        this.slotMissing =
                slots.keySet().stream().mapToDouble(slot -> slot.gap().missing).toArray();
        this.slotZero =
                slots.keySet().stream().mapToDouble(slot -> slot.gap().zero).toArray();
        int size = plain.stream().mapToInt(Tree::nodes).sum();
        this.nodes = new long[size * STRIDE];
        this.vectors = new double[outputs == 1 ? 0 : (size + plain.size()) / 2 * outputs];
        this.roots = new int[trees.size()];
        this.depths = new int[trees.size()];
        this.groupOfTree = trees.stream().mapToInt(Tree::firstGroup).toArray();
        lay(trees, slots);
    }

    private static Map<Slot, Integer> slots(List<Tree> trees) {
        var slots = new LinkedHashMap<Slot, Integer>();
        for (var tree : trees) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    slots.putIfAbsent(new Slot(tree.feature(node), Gap.of(tree, node)), slots.size());
                }
            }
        }
        return slots;
    }

    private void lay(List<Tree> trees, Map<Slot, Integer> slots) {
        int free = 0;
        int leaves = 0;
        int sets = 0;
        for (int index = 0; index < roots.length; index++) {
            Tree tree = trees.get(index);
            if (tree.hasSets()) {
                roots[index] = ~sets++;
                continue;
            }
            roots[index] = free;
            depths[index] = tree.depth();
            int nextChild = free + STRIDE;
            for (int place = 0; place < tree.nodes(); place++, free += STRIDE) {
                int node = tree.breadthFirst(place);
                if (tree.isLeaf(node)) {
                    nodes[free] = Double.doubleToRawLongBits(payload(tree, node, leaves++));
                    nodes[free + 1] = (long) slotFeature.length << 32 | free;
                } else {
                    nodes[free] = Double.doubleToRawLongBits(Math.min(tree.threshold(node), Double.MAX_VALUE));
                    int slot = slots.getOrDefault(new Slot(tree.feature(node), Gap.of(tree, node)), -1);
                    nodes[free + 1] = (long) slot << 32 | nextChild;
                    nextChild += 2 * STRIDE;
                }
            }
        }
    }

    /** What a leaf adds, or where that stands. */
    private double payload(Tree tree, int leaf, int place) {
        if (outputs == 1) {
            return tree.value(leaf, tree.firstGroup());
        }
        for (int output = 0; output < outputs; output++) {
            vectors[place * outputs + output] = tree.value(leaf, tree.firstGroup() + output);
        }
        return place * outputs;
    }

    private void look(double[] matrix, int offset, double[] values, int start) {
        for (int slot = 0; slot < slotFeature.length; slot++) {
            double value = matrix[offset + slotFeature[slot]];
            values[start + slot] = Double.isNaN(value)
                    ? slotMissing[slot]
                    : Math.abs(value) <= speck ? slotZero[slot] : Math.min(value, Double.MAX_VALUE);
        }
        values[start + slotFeature.length] = Double.NEGATIVE_INFINITY;
    }

    private static int step(long[] nodes, int at, double[] values, int start) {
        long link = nodes[at + 1];
        double difference = Double.longBitsToDouble(nodes[at]) - values[start + (int) (link >>> 32)];
        return (int) link + ((int) (Double.doubleToRawLongBits(difference) >>> 63) << 1);
    }

    /** Writes the sums of the first rows of a row-major matrix, row after row. */
    void sums(double[] matrix, int rows, double[] out) {
        Arrays.fill(out, 0, rows * groups, 0);
        if (rows == 1) {
            oneRow(matrix, out);
        } else {
            rows(matrix, rows, out);
        }
    }

    private void oneRow(double[] row, double[] out) {
        var values = new double[slotFeature.length + 1];
        look(row, 0, values, 0);
        int tree = 0;
        for (; ofSets.length == 0 && tree + ABREAST <= roots.length; tree += ABREAST) {
            eightTrees(tree, values, out);
        }
        for (; tree < roots.length; tree++) {
            if (roots[tree] < 0) {
                addSets(tree, row, 0, out, 0);
            } else {
                add(tree, descend(tree, values, 0), out, 0);
            }
        }
    }

    private int descend(int tree, double[] values, int start) {
        int at = roots[tree];
        for (int level = depths[tree]; level > 0; level--) {
            at = step(nodes, at, values, start);
        }
        return at;
    }

    private void eightTrees(int tree, double[] values, double[] out) {
        long[] table = nodes;
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        boolean moving = true;
        for (int left = deepest(tree, tree + ABREAST); left > 0 && moving; left -= LEVELS) {
            int before = 0;
            for (int level = Math.min(left, LEVELS); level > 0; level--) {
                before = a + b + c + d + e + f + g + h;
                a = step(table, a, values, 0);
                b = step(table, b, values, 0);
                c = step(table, c, values, 0);
                d = step(table, d, values, 0);
                e = step(table, e, values, 0);
                f = step(table, f, values, 0);
                g = step(table, g, values, 0);
                h = step(table, h, values, 0);
            }
            // Children lie behind their parents, so the sum grows until all have arrived.
            moving = a + b + c + d + e + f + g + h != before;
        }
        add(tree, a, out, 0);
        add(tree + 1, b, out, 0);
        add(tree + 2, c, out, 0);
        add(tree + 3, d, out, 0);
        add(tree + 4, e, out, 0);
        add(tree + 5, f, out, 0);
        add(tree + 6, g, out, 0);
        add(tree + 7, h, out, 0);
    }

    private int deepest(int from, int to) {
        int deepest = 0;
        for (int tree = from; tree < to; tree++) {
            deepest = Math.max(deepest, depths[tree]);
        }
        return deepest;
    }

    private void add(int tree, int leaf, double[] out, int start) {
        double payload = Double.longBitsToDouble(nodes[leaf]);
        int to = start + groupOfTree[tree];
        if (outputs == 1) {
            out[to] += payload;
            return;
        }
        int from = (int) payload;
        for (int output = 0; output < outputs; output++) {
            out[to + output] += vectors[from + output];
        }
    }

    private void addSets(int tree, double[] matrix, int offset, double[] out, int start) {
        Tree walked = ofSets[~roots[tree]];
        int leaf = walked.leafOf(feature -> {
            double value = matrix[offset + feature];
            return Math.abs(value) <= speck ? 0 : value;
        });
        for (int group = walked.firstGroup(); group < walked.firstGroup() + outputs; group++) {
            out[start + group] += walked.value(leaf, group);
        }
    }

    private void rows(double[] matrix, int rows, double[] out) {
        int width = slotFeature.length + 1;
        var values = new double[BLOCK * width];
        for (int first = 0; first < rows; first += BLOCK) {
            int size = Math.min(BLOCK, rows - first);
            for (int row = 0; row < size; row++) {
                look(matrix, (first + row) * features, values, row * width);
            }
            for (int tree = 0; tree < roots.length; tree++) {
                if (roots[tree] >= 0) {
                    oneTree(tree, values, size, out, first * groups);
                } else {
                    for (int row = first; row < first + size; row++) {
                        addSets(tree, matrix, row * features, out, row * groups);
                    }
                }
            }
        }
    }

    private void oneTree(int tree, double[] values, int rows, double[] out, int start) {
        long[] table = nodes;
        int width = slotFeature.length + 1;
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int first = row * width;
            int a = roots[tree];
            int b = a;
            int c = a;
            int d = a;
            boolean moving = true;
            for (int left = depths[tree]; left > 0 && moving; left -= LEVELS) {
                int before = 0;
                for (int level = Math.min(left, LEVELS); level > 0; level--) {
                    before = a + b + c + d;
                    a = step(table, a, values, first);
                    b = step(table, b, values, first + width);
                    c = step(table, c, values, first + 2 * width);
                    d = step(table, d, values, first + 3 * width);
                }
                moving = a + b + c + d != before;
            }
            int to = start + row * groups;
            add(tree, a, out, to);
            add(tree, b, out, to + groups);
            add(tree, c, out, to + 2 * groups);
            add(tree, d, out, to + 3 * groups);
        }
        for (; row < rows; row++) {
            add(tree, descend(tree, values, row * width), out, start + row * groups);
        }
    }
}
