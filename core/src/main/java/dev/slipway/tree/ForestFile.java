package dev.slipway.tree;

import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Trees.Answer;
import java.util.ArrayList;
import java.util.List;

/** A forest as its JSON file holds it. */
record ForestFile(int features, Answer answer, List<Tree> trees) {
    private static final int FORMAT = 1;
    private static final String NAME = "the forest's file";

    /** What the file says at its top. */
    private record Written(int format, int features, Answer answer, List<ForestTree> trees) {}

    ForestFile {
        trees = List.copyOf(trees);
        if (features < 1 || trees.isEmpty()) {
            throw new IllegalArgumentException("%d trees of %d features".formatted(trees.size(), features));
        }
        int outputs = trees.get(0).outputs();
        if ((answer == Answer.CLASSES) != (outputs > 1)) {
            throw new IllegalArgumentException("leaves of %d values answer no %s".formatted(outputs, answer));
        }
        for (int tree = 0; tree < trees.size(); tree++) {
            requireFit(trees.get(tree), tree, features, outputs);
        }
    }

    private static void requireFit(Tree tree, int index, int features, int outputs) {
        if (tree.firstGroup() != 0 || tree.outputs() != outputs) {
            throw new IllegalArgumentException("tree %d adds to groups %d to %d, not to 0 to %d"
                    .formatted(index, tree.firstGroup(), tree.firstGroup() + tree.outputs() - 1, outputs - 1));
        }
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node)) {
                continue;
            }
            if (tree.feature(node) >= features || tree.rule(node) != Rule.AT_MOST) {
                throw new IllegalArgumentException("tree %d branches on feature %d of %d by %s"
                        .formatted(index, tree.feature(node), features, tree.rule(node)));
            }
        }
    }

    int groups() {
        return trees.get(0).outputs();
    }

    byte[] json() {
        return Json.bytes(new Written(
                FORMAT, features, answer, trees.stream().map(ForestTree::of).toList()));
    }

    static ForestFile read(byte[] json) {
        var written = Json.read(NAME, json, Written.class);
        if (written.format() != FORMAT) {
            throw damaged("format %d is not one this Slipway reads".formatted(written.format()));
        }
        var trees = new ArrayList<Tree>();
        try {
            for (var tree : written.trees()) {
                trees.add(tree.tree());
            }
            return new ForestFile(written.features(), written.answer(), trees);
        } catch (IllegalArgumentException broken) {
            throw damaged("tree %d: %s".formatted(trees.size(), broken.getMessage()));
        }
    }

    private static SlipwayException damaged(String what) {
        return SlipwayException.refused(
                "MODEL-DAMAGED", what, NAME, "restore the model folder from its source, or train again");
    }
}
