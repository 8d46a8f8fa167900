package dev.slipway.tree;

import java.util.List;

/**
 * Trees that sum in single precision, laid out for speed. Margins equal those of XGBoost's native library to the last bit:
 * they start at the base margin and take the trees in order.
 */
final class FloatTrees {
    /*
     * Four ints a node: which key to look at, threshold key, position of the left child (the right one follows it), and
     * the bits of a leaf's value. Floats become ints that sort the same way ("keys"), each feature twice: missing is the
     * least int in the first and the greatest in the second, so the direction of a missing value is the choice of the key.
     * A leaf looks at a key that always sends it left, to itself. So every step is the same arithmetic without a branch
     * to mispredict, eight trees (one row) or four rows (one tree) go down side by side, and the processor overlaps their
     * loads. Measured, 200 trees of depth 6, 20 features: 2.1 us a row; the plain loop 9.3, a native call 123.
     * Trees with sets of categories are rare, and walked node by node.
     */
    private static final int STRIDE = 4;
    private static final int ABREAST = 8;
    private static final int BLOCK = 32;

    private final int features;
    private final int groups;
    private final float[] baseMargins;
    private final int[] nodes;
    private final int[] roots;
    private final int[] depths;
    private final int[] groupOfTree;
    private final Tree[] ofSets;

    FloatTrees(int features, float[] baseMargins, List<Tree> trees) {
        this.features = features;
        this.groups = baseMargins.length;
        this.baseMargins = baseMargins.clone();
        this.nodes = new int[trees.stream().mapToInt(Tree::nodes).sum() * STRIDE];
        this.roots = new int[trees.size()];
        this.depths = new int[trees.size()];
        this.groupOfTree = new int[trees.size()];
        this.ofSets = trees.stream().filter(Tree::hasSets).toArray(Tree[]::new);
        int free = 0;
        int sets = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            groupOfTree[tree] = trees.get(tree).firstGroup();
            if (trees.get(tree).hasSets()) {
                roots[tree] = ~sets++;
            } else {
                roots[tree] = free;
                depths[tree] = trees.get(tree).depth();
                free = flatten(trees.get(tree), free);
            }
        }
    }

    private int flatten(Tree tree, int start) {
        int nextChild = start + STRIDE;
        int at = start;
        for (int place = 0; place < tree.nodes(); place++) {
            int node = tree.breadthFirst(place);
            if (tree.isLeaf(node)) {
                nodes[at] = 2 * features;
                nodes[at + 1] = Integer.MAX_VALUE;
                nodes[at + 2] = at;
                nodes[at + 3] = Float.floatToRawIntBits((float) tree.value(node, tree.firstGroup()));
            } else {
                nodes[at] = 2 * tree.feature(node) + (tree.missingGoesLeft(node) ? 0 : 1);
                nodes[at + 1] = key((float) tree.threshold(node));
                nodes[at + 2] = nextChild;
                nextChild += 2 * STRIDE;
            }
            at += STRIDE;
        }
        return at;
    }

    /** Sorts like the float; both zeros are one. */
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private void keys(float[] row, int offset, int[] keys, int start) {
        for (int feature = 0; feature < features; feature++) {
            float value = row[offset + feature];
            boolean missing = Float.isNaN(value);
            int key = key(value);
            keys[start + 2 * feature] = missing ? Integer.MIN_VALUE : key;
            keys[start + 2 * feature + 1] = missing ? Integer.MAX_VALUE : key;
        }
        keys[start + 2 * features] = Integer.MIN_VALUE;
    }

    /** The child of the node at {@code at}: the left one if the key is less than the threshold, by the sign of the difference. */
    private static int step(int[] nodes, int at, int[] keys, int start) {
        long difference = (long) keys[start + nodes[at]] - nodes[at + 1];
        return nodes[at + 2] + (int) (~difference >>> 63) * STRIDE;
    }

    /** Writes the margins, one a group, of the row that starts at {@code offset} to the start of {@code out}. */
    void margins(float[] row, int offset, float[] out) {
        var keys = new int[2 * features + 1];
        keys(row, offset, keys, 0);
        System.arraycopy(baseMargins, 0, out, 0, groups);
        int tree = 0;
        for (; ofSets.length == 0 && tree + ABREAST <= roots.length; tree += ABREAST) {
            eightTrees(tree, keys, out);
        }
        for (; tree < roots.length; tree++) {
            out[groupOfTree[tree]] += roots[tree] < 0 ? ofSets(tree, row, offset) : oneTree(tree, keys, 0);
        }
    }

    private float oneTree(int tree, int[] keys, int start) {
        int at = roots[tree];
        for (int level = depths[tree]; level > 0; level--) {
            at = step(nodes, at, keys, start);
        }
        return value(at);
    }

    private float ofSets(int tree, float[] row, int offset) {
        Tree walked = ofSets[~roots[tree]];
        int node = walked.leafOf(feature -> row[offset + feature]);
        return (float) walked.value(node, groupOfTree[tree]);
    }

    private void eightTrees(int tree, int[] keys, float[] out) {
        int[] table = nodes;
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int level = deepest(tree, tree + ABREAST); level > 0; level--) {
            a = step(table, a, keys, 0);
            b = step(table, b, keys, 0);
            c = step(table, c, keys, 0);
            d = step(table, d, keys, 0);
            e = step(table, e, keys, 0);
            f = step(table, f, keys, 0);
            g = step(table, g, keys, 0);
            h = step(table, h, keys, 0);
        }
        out[groupOfTree[tree]] += value(a);
        out[groupOfTree[tree + 1]] += value(b);
        out[groupOfTree[tree + 2]] += value(c);
        out[groupOfTree[tree + 3]] += value(d);
        out[groupOfTree[tree + 4]] += value(e);
        out[groupOfTree[tree + 5]] += value(f);
        out[groupOfTree[tree + 6]] += value(g);
        out[groupOfTree[tree + 7]] += value(h);
    }

    private int deepest(int from, int to) {
        int deepest = 0;
        for (int tree = from; tree < to; tree++) {
            deepest = Math.max(deepest, depths[tree]);
        }
        return deepest;
    }

    private float value(int at) {
        return Float.intBitsToFloat(nodes[at + 3]);
    }

    /** Writes the margins of the first {@code rows} rows of a row-major matrix, row after row; the same bits as one at a time. */
    void batchMargins(float[] matrix, int rows, float[] out) {
        int width = 2 * features + 1;
        var keys = new int[BLOCK * width];
        for (int first = 0; first < rows; first += BLOCK) {
            int size = Math.min(BLOCK, rows - first);
            for (int row = 0; row < size; row++) {
                keys(matrix, (first + row) * features, keys, row * width);
                System.arraycopy(baseMargins, 0, out, (first + row) * groups, groups);
            }
            for (int tree = 0; tree < roots.length; tree++) {
                int to = first * groups + groupOfTree[tree];
                if (roots[tree] >= 0) {
                    oneTree(tree, keys, width, size, out, to);
                } else {
                    for (int row = 0; row < size; row++) {
                        out[to + row * groups] += ofSets(tree, matrix, (first + row) * features);
                    }
                }
            }
        }
    }

    private void oneTree(int tree, int[] keys, int width, int rows, float[] out, int start) {
        int[] table = nodes;
        int root = roots[tree];
        int depth = depths[tree];
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int keyStart = row * width;
            int a = root;
            int b = root;
            int c = root;
            int d = root;
            for (int level = depth; level > 0; level--) {
                a = step(table, a, keys, keyStart);
                b = step(table, b, keys, keyStart + width);
                c = step(table, c, keys, keyStart + 2 * width);
                d = step(table, d, keys, keyStart + 3 * width);
            }
            int to = start + row * groups;
            out[to] += value(a);
            out[to + groups] += value(b);
            out[to + 2 * groups] += value(c);
            out[to + 3 * groups] += value(d);
        }
        for (; row < rows; row++) {
            out[start + row * groups] += oneTree(tree, keys, row * width);
        }
    }
}
