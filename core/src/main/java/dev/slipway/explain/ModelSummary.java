package dev.slipway.explain;

import dev.slipway.model.ClusterModel;
import dev.slipway.model.ConstantModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.IsolationModel;
import dev.slipway.model.LinearModel;
import dev.slipway.model.Model;
import dev.slipway.model.RuleModel;
import dev.slipway.model.TreeModel;
import dev.slipway.tree.TreeNode;
import java.util.List;
import java.util.TreeSet;

/**
 * What a model is, in words.
 *
 * @param kind in a word: trees, linear, clusters, isolation, rule, constant, other
 * @param text in a sentence
 * @param inputs the columns of the data that the answers depend on, in the order of their names
 */
public record ModelSummary(String kind, String text, List<String> inputs) {
    public ModelSummary {
        inputs = List.copyOf(inputs);
    }

    public static ModelSummary of(FittedPipeline pipeline) {
        var model = pipeline.model();
        return new ModelSummary(kind(model), text(model), List.copyOf(new TreeSet<>(pipeline.inputs())));
    }

    private static String kind(Model model) {
        if (model instanceof TreeModel) {
            return "trees";
        }
        if (model instanceof LinearModel) {
            return "linear";
        }
        if (model instanceof ClusterModel) {
            return "clusters";
        }
        if (model instanceof IsolationModel) {
            return "isolation";
        }
        return model instanceof RuleModel ? "rule" : model instanceof ConstantModel ? "constant" : "other";
    }

    private static String text(Model model) {
        if (model instanceof TreeModel trees) {
            int deepest = trees.trees().view().roots().stream()
                    .mapToInt(ModelSummary::depth)
                    .max()
                    .orElse(0);
            return "%,d trees, at most %d questions deep, over %,d numbers"
                    .formatted(trees.trees().size(), deepest, trees.trees().features());
        }
        if (model instanceof LinearModel linear) {
            return "a weighted sum of %,d numbers"
                    .formatted(linear.functions().get(0).features());
        }
        if (model instanceof ClusterModel clusters) {
            return "%,d centres, of which the nearest is the answer"
                    .formatted(clusters.centres().size());
        }
        if (model instanceof IsolationModel isolation) {
            return "%,d random trees: the sooner they part a row from the others, the stranger it is"
                    .formatted(isolation.trees().size());
        }
        if (model instanceof RuleModel rule) {
            return "the rule " + rule.text();
        }
        return model instanceof ConstantModel
                ? "the same answer for every row"
                : "a " + model.getClass().getSimpleName();
    }

    private static int depth(TreeNode node) {
        return node instanceof TreeNode.Split split ? 1 + Math.max(depth(split.left()), depth(split.right())) : 0;
    }
}
