package dev.slipway.forest;

import dev.slipway.problem.SlipwayException;

/**
 * How a random forest grows.
 *
 * @param trees how many
 * @param depth the most questions between the root and a leaf
 * @param leaf the least training rows a leaf may have, 0 for the usual number: 3 for classes, whose shares in a leaf of one row
 *     would be certainties, 1 for quantities, and at least a 20,000th of all rows
 * @param columns share of the features looked at for each question, 0 for the usual number: the square root for classes, a
 *     third for quantities
 * @param rows how many rows are drawn for each tree, with putting back, as a share of all
 */
public record ForestParams(int trees, int depth, int leaf, double columns, double rows) {
    /** Grown as far as they go, over all rows: what random forests were when they were described (Breiman 2001). */
    public static final ForestParams DEFAULTS = new ForestParams(200, 100, 0, 0, 1);

    /** Without a word about leaves, a tree of a million rows has no more of them than one of twenty thousand. */
    private static final int MOST_LEAVES = 20_000;

    private static final double BYTES_A_NODE = 80;

    public ForestParams {
        require("trees", trees, 1, 10_000);
        require("depth", depth, 1, 100);
        require("leaf", leaf, 0, 1_000_000);
        require("columns", columns, 0, 1);
        require("rows", rows, 0.001, 1);
    }

    private static void require(String parameter, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw SlipwayException.usage(
                    "TRAIN-PARAMETER",
                    "%s is %s, outside [%s, %s]".formatted(parameter, value, low, high),
                    "candidate forest, parameter '%s'".formatted(parameter),
                    "set %s to a value from %s to %s".formatted(parameter, low, high));
        }
    }

    /** How many of so many features are looked at for each question. */
    int looked(int features, boolean quantity) {
        double share = columns > 0 ? columns * features : quantity ? features / 3.0 : Math.sqrt(features);
        return Math.max(1, (int) Math.rint(share));
    }

    /** The least rows of a leaf. */
    int least(int all, boolean quantity) {
        return leaf > 0 ? leaf : Math.max(quantity ? 1 : 3, all / MOST_LEAVES);
    }

    /** Refuses a forest that would not fit into the memory there is. */
    void requireRoom(int all, boolean quantity, long memory) {
        double nodes = Math.min((double) all / least(all, quantity), Math.pow(2, depth + 1.0));
        double bytes = nodes * BYTES_A_NODE * trees;
        if (bytes > memory / 2.0) {
            throw SlipwayException.usage(
                    "MODEL-TOO-LARGE",
                    "%d trees of about %.0f nodes are some %.0f MB, and there are %d MB of memory"
                            .formatted(trees, nodes, bytes / 1e6, memory / 1_000_000),
                    "candidate forest",
                    "set leaf to a larger number, or trees to a smaller one, or give the program more memory");
        }
    }
}
