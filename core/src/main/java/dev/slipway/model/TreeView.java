package dev.slipway.model;

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
}
