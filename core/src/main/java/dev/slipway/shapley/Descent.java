package dev.slipway.shapley;

import dev.slipway.tree.TreeNode;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** One row's way down one tree, along all branches; at each leaf, what the columns on the path add. For one thread. */
final class Descent {
    /*
     * A column on the path to a leaf lets the row through with chance z when it is not known (the product of the shares of
     * its branches) and o, 0 or 1, when it is. What column i adds at the leaf is value · (o_i − z_i) · the product over the
     * other columns of o (known) or z (not known), averaged over all orders in which columns become known. Let every other
     * column be known with the same chance t, and average over t from 0 to 1: that is the same mean (Owen 1972), and the
     * integral of a polynomial whose factors o·t + z·(1 − t) are never negative. So it is exact at a few points, without
     * the divisions and cancellations of taking a column back out of the path; the cost is that of TreeSHAP, D² a leaf.
     */
    private final Quadrature rule;
    private final Sums sums;
    private final int[] columns;
    private final double[] unknown;
    private final double[] known;
    private final double[] before;
    private final double[] means;
    private int length;

    /** Takes what a column adds at one leaf. */
    interface Sums {
        void add(int column, double amount);
    }

    /** @param longest the most different columns on one path */
    Descent(Quadrature rule, int longest, Sums sums) {
        this.rule = rule;
        this.sums = sums;
        columns = new int[longest];
        unknown = new double[longest];
        known = new double[longest];
        before = new double[longest];
        means = new double[longest];
    }

    void walk(TreeNode node, IntToDoubleFunction row) {
        if (node instanceof TreeNode.Split split) {
            boolean left = split.goesLeft().test(row.applyAsDouble(split.feature()));
            double share = split.shareLeft();
            branch(split.feature(), share, left, split.left(), row);
            branch(split.feature(), 1 - share, !left, split.right(), row);
        } else if (node instanceof TreeNode.Leaf leaf) {
            arrive(leaf.value());
        }
    }

    private void branch(int column, double share, boolean taken, TreeNode child, IntToDoubleFunction row) {
        int place = 0;
        while (place < length && columns[place] != column) {
            place++;
        }
        boolean first = place == length;
        double unknownBefore = first ? 1 : unknown[place];
        double knownBefore = first ? 1 : known[place];
        length += first ? 1 : 0;
        columns[place] = column;
        unknown[place] = unknownBefore * share;
        known[place] = taken ? knownBefore : 0;
        walk(child, row);
        unknown[place] = unknownBefore;
        known[place] = knownBefore;
        length -= first ? 1 : 0;
    }

    private void arrive(double value) {
        Arrays.fill(means, 0, length, 0);
        for (int point = 0; point < rule.size(); point++) {
            addProducts(rule.point(point), rule.weight(point));
        }
        for (int place = 0; place < length; place++) {
            sums.add(columns[place], value * (known[place] - unknown[place]) * means[place]);
        }
    }

    /** The products over all columns but one, for each one: what stands before it times what stands behind it. */
    private void addProducts(double chance, double weight) {
        double product = weight;
        for (int place = 0; place < length; place++) {
            before[place] = product;
            product *= through(place, chance);
        }
        double behind = 1;
        for (int place = length - 1; place >= 0; place--) {
            means[place] += before[place] * behind;
            behind *= through(place, chance);
        }
    }

    private double through(int place, double chance) {
        return known[place] * chance + unknown[place] * (1 - chance);
    }
}
