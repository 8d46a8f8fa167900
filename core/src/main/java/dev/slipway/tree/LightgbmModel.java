package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Trees.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of LightGBM's text model that scoring needs, each checked before anything is built from it.
 *
 * @param iterations what the sums are divided by
 */
record LightgbmModel(
        List<String> featureNames, int groups, LightgbmObjective objective, int iterations, List<Tree> trees) {
    private static final String WHERE = "the LightGBM model";
    private static final List<String> VERSIONS = List.of("v2", "v3", "v4");
    private static final int MOST_FEATURES = 1 << 20;
    private static final int MOST_GROUPS = 10_000;

    LightgbmModel {
        featureNames = List.copyOf(featureNames);
        trees = List.copyOf(trees);
    }

    static LightgbmModel read(byte[] file) {
        var text = new LightgbmText(file);
        var head = text.head();
        String version = LightgbmText.required(head, "version", WHERE);
        if (!VERSIONS.contains(version)) {
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "version '%s' of the format is not one of %s".formatted(version, VERSIONS),
                    WHERE,
                    "save the model with LightGBM 2 to 4");
        }
        int features = LightgbmText.whole(head, "max_feature_idx", 0, MOST_FEATURES - 1, WHERE) + 1;
        int groups = groups(head);
        var objective = LightgbmObjective.read(head.getOrDefault("objective", ""));
        if ((objective.answer() == Answer.CLASSES) != (groups > 1)) {
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "%d margins a row with objective '%s'".formatted(groups, head.getOrDefault("objective", "")),
                    WHERE,
                    "train with objective multiclass for more than two classes, with another for one margin");
        }
        requireAll(text.trees().size(), groups, head);
        boolean mean = head.containsKey("average_output");
        return new LightgbmModel(
                names(head, features),
                groups,
                objective,
                mean ? Math.max(1, text.trees().size() / groups) : 1,
                trees(text.trees(), features, groups));
    }

    private static int groups(Map<String, String> head) {
        int classes = LightgbmText.whole(head, "num_class", 1, MOST_GROUPS, WHERE);
        return head.containsKey("num_tree_per_iteration")
                ? LightgbmText.whole(head, "num_tree_per_iteration", 1, MOST_GROUPS, WHERE)
                : classes;
    }

    private static void requireAll(int trees, int groups, Map<String, String> head) {
        String sizes = head.getOrDefault("tree_sizes", "");
        int promised = sizes.isEmpty() ? 0 : sizes.split(" ", -1).length;
        if ((head.containsKey("tree_sizes") && promised != trees) || trees % groups != 0) {
            throw LightgbmText.damaged(
                    "tree_sizes promises %d trees for %d margins, but it holds %d".formatted(promised, groups, trees),
                    WHERE);
        }
    }

    private static List<String> names(Map<String, String> head, int features) {
        var names = List.of(LightgbmText.required(head, "feature_names", WHERE).split(" ", -1));
        if (names.size() != features) {
            throw LightgbmText.damaged("%d feature_names for %d features".formatted(names.size(), features), WHERE);
        }
        return names;
    }

    private static List<Tree> trees(List<Map<String, String>> parts, int features, int groups) {
        var trees = new ArrayList<Tree>(parts.size());
        long nodes = 0;
        for (int index = 0; index < parts.size(); index++) {
            var tree = new LightgbmTree(parts.get(index), index, features).tree(index % groups);
            nodes += tree.nodes();
            if (nodes > XgboostModel.MOST_NODES) {
                throw LightgbmText.damaged("it has more than %,d nodes".formatted(XgboostModel.MOST_NODES), WHERE);
            }
            trees.add(tree);
        }
        return trees;
    }
}
