package dev.slipway.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The trees of a model as they can be read, whichever library grew them. The margin of a group is its base and the leaves
 * of its trees, added.
 *
 * @param bases the margin before the first tree, one a group
 * @param roots one a tree
 * @param groupOfTree to which group each tree adds
 */
public record TreeView(List<Double> bases, List<TreeNode> roots, List<Integer> groupOfTree) {
    public TreeView {
        bases = List.copyOf(bases);
        roots = List.copyOf(roots);
        groupOfTree = List.copyOf(groupOfTree);
        if (roots.size() != groupOfTree.size()) {
            throw new IllegalArgumentException("%d trees, %d groups".formatted(roots.size(), groupOfTree.size()));
        }
    }

    /** A tree that adds to several groups is shown once for each; what all add is multiplied with a weight. */
    static TreeView of(List<Double> bases, List<Tree> trees, double weight) {
        var roots = new ArrayList<TreeNode>();
        var groups = new ArrayList<Integer>();
        for (var tree : trees) {
            for (int group = tree.firstGroup(); group < tree.firstGroup() + tree.outputs(); group++) {
                roots.add(tree.node(0, group, weight));
                groups.add(group);
            }
        }
        return new TreeView(bases, roots, groups);
    }
}
