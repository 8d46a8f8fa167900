package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Turns XGBoost's JSON model of rows whose zeros were left out into the model of the rows with their zeros. Features that are
 * only ever zero or one are cheaper to learn from when just the ones are handed over: XGBoost then takes the zeros for missing,
 * and the branches say where missing values go. Afterwards every such branch says {@code below 1}, which zero is and one is
 * not, and whoever reads the model need not know how it was learned.
 */
public final class LeftOutZeros {
    private static final JsonMapper JSON = JsonMapper.shared();

    private LeftOutZeros() {}

    /**
     * The same model, asked about zeros.
     *
     * @param features whose zeros were left out
     * @throws SlipwayException where it is no JSON model
     */
    public static byte[] restored(byte[] model, BitSet features) {
        try {
            var root = JSON.readTree(model);
            var booster = root.path("learner").path("gradient_booster");
            for (var tree : booster.path("model").path("trees")) {
                restore(tree, features);
            }
            return JSON.writeValueAsBytes(root);
        } catch (JacksonException | ClassCastException unreadable) {
            throw XgboostModel.damaged("it is no model in JSON: " + unreadable.getMessage(), "the XGBoost model");
        }
    }

    private static void restore(JsonNode tree, BitSet features) {
        var nodes = new Nodes(tree);
        // Children stand behind their parents, so what changes places is looked at in its new place.
        for (int node = 0; node < nodes.left.size(); node++) {
            if (nodes.isBranch(node) && features.get(nodes.feature(node))) {
                nodes.restore(node);
            }
        }
    }

    /** The arrays of a tree, a place a node. */
    private static final class Nodes {
        private final ArrayNode left;
        private final ArrayNode right;
        private final ArrayNode parents;
        private final ArrayNode conditions;
        private final ArrayNode defaultLeft;
        private final ArrayNode features;

        /** What moves with a node when it changes places. */
        private final List<ArrayNode> own;

        Nodes(JsonNode tree) {
            left = (ArrayNode) tree.path("left_children");
            right = (ArrayNode) tree.path("right_children");
            parents = (ArrayNode) tree.path("parents");
            conditions = (ArrayNode) tree.path("split_conditions");
            defaultLeft = (ArrayNode) tree.path("default_left");
            features = (ArrayNode) tree.path("split_indices");
            own = Stream.concat(
                            Stream.of(left, right, conditions, defaultLeft, features),
                            Stream.of("base_weights", "loss_changes", "sum_hessian", "split_type")
                                    .map(tree::path)
                                    .filter(ArrayNode.class::isInstance)
                                    .map(ArrayNode.class::cast))
                    .toList();
        }

        boolean isBranch(int node) {
            return left.path(node).asInt(-1) >= 0;
        }

        int feature(int node) {
            return features.path(node).asInt(0);
        }

        void restore(int node) {
            boolean zeroLeft = defaultLeft.path(node).asInt(0) != 0;
            boolean oneLeft = 1 < conditions.path(node).asDouble();
            if (zeroLeft == oneLeft) {
                // Both go one way, and nothing may go the other: every value of the feature is from 0 to below 2.
                conditions.set(node, zeroLeft ? 2f : 0f);
                return;
            }
            if (!zeroLeft) {
                exchange(left.path(node).asInt(), right.path(node).asInt());
            }
            conditions.set(node, 1f);
            defaultLeft.set(node, 1);
        }

        /*
         * The nodes change places, and not the parent's words about them: XGBoost itself looks for the right child of a row
         * without gaps in the place behind the left one.
         */
        private void exchange(int one, int other) {
            for (var values : own) {
                var kept = values.get(one);
                values.set(one, values.get(other));
                values.set(other, kept);
            }
            adopt(one);
            adopt(other);
        }

        private void adopt(int node) {
            if (isBranch(node)) {
                parents.set(left.path(node).asInt(), node);
                parents.set(right.path(node).asInt(), node);
            }
        }
    }
}
