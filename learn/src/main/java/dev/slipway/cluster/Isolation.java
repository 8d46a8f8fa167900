package dev.slipway.cluster;

import dev.slipway.model.IsolationModel;
import dev.slipway.tree.Rule;
import dev.slipway.tree.Tree;
import dev.slipway.tree.TreeBuilder;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/*
 * One tree of random questions. A leaf answers with the number of questions before it, and with those that it would have taken
 * on average to part the rows that are still together in it. Mutable, for one thread.
 */
final class Isolation {
    private final double[] matrix;
    private final int features;
    private final SplittableRandom random;
    private final TreeBuilder tree = new TreeBuilder(0, 1);
    private final int[] rows;
    private final int[] spare;
    private final int[] order;
    private final int deepest;

    Isolation(double[] matrix, int features, int sample, long seed) {
        this.matrix = matrix;
        this.features = features;
        this.random = new SplittableRandom(seed);
        this.rows = drawn(matrix.length / features, sample);
        this.spare = new int[sample];
        this.order = IntStream.range(0, features).toArray();
        this.deepest = 32 - Integer.numberOfLeadingZeros(sample - 1);
    }

    /** So many different rows. */
    private int[] drawn(int all, int sample) {
        int[] deck = IntStream.range(0, all).toArray();
        var drawn = new int[sample];
        for (int i = 0; i < sample; i++) {
            int place = i + random.nextInt(all - i);
            drawn[i] = deck[place];
            deck[place] = deck[i];
        }
        return drawn;
    }

    Tree grow() {
        grow(0, rows.length, 0);
        return tree.build();
    }

    private int grow(int from, int to, int depth) {
        if (depth == deepest || to - from < 2) {
            return leaf(to - from, depth);
        }
        for (int unseen = features; unseen > 0; unseen--) {
            int place = random.nextInt(unseen);
            int feature = order[place];
            order[place] = order[unseen - 1];
            order[unseen - 1] = feature;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = at(rows[i], feature);
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            if (low < high) {
                return branch(feature, border(low, high), from, to, depth);
            }
        }
        return leaf(to - from, depth);
    }

    private double at(int row, int feature) {
        return matrix[row * features + feature];
    }

    /** Somewhere from the lower one, included, to the higher one, which never goes left. */
    private double border(double low, double high) {
        double from = Math.max(low, -Double.MAX_VALUE);
        double to = Math.min(high, Double.MAX_VALUE);
        double share = random.nextDouble();
        double border = from * (1 - share) + to * share;
        return border < high ? Math.max(border, from) : from;
    }

    private int branch(int feature, double border, int from, int to, int depth) {
        int below = 0;
        int above = 0;
        for (int i = from; i < to; i++) {
            double value = at(rows[i], feature);
            below += value <= border ? 1 : 0;
            above += value > border ? 1 : 0;
        }
        // Rows that lack the value stay with the many: lacking it is not strange by itself.
        boolean missingLeft = below >= above;
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            double value = at(rows[i], feature);
            if (Double.isNaN(value) ? missingLeft : value <= border) {
                rows[left++] = rows[i];
            } else {
                spare[right++] = rows[i];
            }
        }
        System.arraycopy(spare, 0, rows, left, right);
        int node = tree.branch(Rule.AT_MOST, feature, border, missingLeft, to - from);
        tree.children(node, grow(from, left, depth + 1), grow(left, to, depth + 1));
        return node;
    }

    private int leaf(int size, int depth) {
        return tree.leaf(size, depth + IsolationModel.meanDepth(size));
    }
}
