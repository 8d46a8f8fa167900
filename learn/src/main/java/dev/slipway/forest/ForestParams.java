package dev.slipway.forest;

import dev.slipway.problem.SlipwayException;

/**
 * How a random forest grows.
 *
 * @param trees how many
 * @param depth the most questions between the root and a leaf
 * @param leaf the least training rows a leaf may have, 0 for the usual number: 3 for classes, whose shares in a leaf of one row
 *     would be certainties, 1 for quantities
 * @param columns share of the features looked at for each question, 0 for the usual number: the square root for classes, a
 *     third for quantities
 * @param rows how many rows are drawn for each tree, with putting back, as a share of all
 */
public record ForestParams(int trees, int depth, int leaf, double columns, double rows) {
    /** Grown as far as they go, over all rows: what random forests were when they were described (Breiman 2001). */
    public static final ForestParams DEFAULTS = new ForestParams(200, 100, 0, 0, 1);

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
    int least(boolean quantity) {
        return leaf > 0 ? leaf : quantity ? 1 : 3;
    }
}
