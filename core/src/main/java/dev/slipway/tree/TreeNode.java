package dev.slipway.tree;

import java.util.function.DoublePredicate;

/** A place in a regression tree, with all that hangs below it. Immutable, thread-safe. */
public sealed interface TreeNode {
    /** How much of the training data came by: rows, or the sum of their second derivatives; 0 where the file does not say. */
    double cover();

    /** Where a row ends: what it adds to the margin. */
    record Leaf(double value, double cover) implements TreeNode {}

    /**
     * Where rows part.
     *
     * @param feature which column of the matrix is looked at, from 0
     * @param goesLeft whether this value goes left; {@code NaN} is a missing one
     * @param gain what the split took off the training loss; 0 where the file does not say
     */
    record Split(int feature, DoublePredicate goesLeft, TreeNode left, TreeNode right, double cover, double gain)
            implements TreeNode {
        /** Which part of the training data that came here went left; a half where none came. */
        public double shareLeft() {
            double both = left.cover() + right.cover();
            return both > 0 ? left.cover() / both : 0.5;
        }
    }
}
