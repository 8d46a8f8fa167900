package dev.slipway.tree;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * A tree as the file of a forest holds it: level by level, so that the children of the first branch are the nodes 1 and 2, of
 * the second 3 and 4, and so on.
 */
final class ForestTree {
    /** One a node: what a branch looks at, -1 for a leaf. */
    @JsonProperty
    private final int[] feature;

    /** One a node. */
    @JsonProperty
    private final double[] rows;

    /** One a branch. */
    @JsonProperty
    private final double[] threshold;

    /** One a branch. */
    @JsonProperty
    private final boolean[] missingLeft;

    /** One a branch. */
    @JsonProperty
    private final double[] gain;

    /** Those of the first leaf, then those of the second, and so on. */
    @JsonProperty
    private final double[] values;

    @JsonCreator
    private ForestTree(
            @JsonProperty(value = "feature", required = true) int[] feature,
            @JsonProperty(value = "rows", required = true) double[] rows,
            @JsonProperty(value = "threshold", required = true) double[] threshold,
            @JsonProperty(value = "missingLeft", required = true) boolean[] missingLeft,
            @JsonProperty(value = "gain", required = true) double[] gain,
            @JsonProperty(value = "values", required = true) double[] values) {
        this.feature = feature;
        this.rows = rows;
        this.threshold = threshold;
        this.missingLeft = missingLeft;
        this.gain = gain;
        this.values = values;
    }

    static ForestTree of(Tree tree) {
        int nodes = tree.nodes();
        int branches = nodes / 2;
        int outputs = tree.outputs();
        var written = new ForestTree(
                new int[nodes],
                new double[nodes],
                new double[branches],
                new boolean[branches],
                new double[branches],
                new double[(nodes - branches) * outputs]);
        int branch = 0;
        int value = 0;
        for (int place = 0; place < nodes; place++) {
            int node = tree.breadthFirst(place);
            written.feature[place] = tree.isLeaf(node) ? Tree.LEAF : tree.feature(node);
            written.rows[place] = tree.cover(node);
            if (tree.isLeaf(node)) {
                for (int output = 0; output < outputs; output++) {
                    written.values[value++] = tree.value(node, tree.firstGroup() + output);
                }
            } else {
                written.threshold[branch] = tree.threshold(node);
                written.missingLeft[branch] = tree.missingGoesLeft(node);
                written.gain[branch++] = tree.gain(node);
            }
        }
        return written;
    }

    /** @throws IllegalArgumentException where the lists do not fit each other */
    Tree tree() {
        int nodes = feature.length;
        int branches = (int) Arrays.stream(feature).filter(each -> each >= 0).count();
        int leaves = nodes - branches;
        if (leaves != branches + 1) {
            throw new IllegalArgumentException("%d branches cannot have %d leaves".formatted(branches, leaves));
        }
        require("rows", rows.length, nodes);
        require("threshold", threshold.length, branches);
        require("missingLeft", missingLeft.length, branches);
        require("gain", gain.length, branches);
        int outputs = values.length / leaves;
        require("values", values.length, outputs * leaves);
        var builder = new TreeBuilder(0, outputs);
        int branch = 0;
        int leaf = 0;
        for (int node = 0; node < nodes; node++) {
            if (feature[node] < 0) {
                builder.leaf(rows[node], Arrays.copyOfRange(values, leaf * outputs, (leaf + 1) * outputs));
                leaf++;
            } else {
                builder.branch(Rule.AT_MOST, feature[node], threshold[branch], missingLeft[branch], rows[node]);
                builder.gain(node, gain[branch]);
                builder.children(node, 2 * branch + 1, 2 * branch + 2);
                branch++;
            }
        }
        return builder.build();
    }

    private static void require(String list, int size, int wanted) {
        if (size != wanted) {
            throw new IllegalArgumentException("'%s' has %d entries instead of %d".formatted(list, size, wanted));
        }
    }
}
