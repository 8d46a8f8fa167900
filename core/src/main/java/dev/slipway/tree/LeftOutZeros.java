package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.util.BitSet;
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
        var left = (ArrayNode) tree.path("left_children");
        var feature = tree.path("split_indices");
        for (int node = 0; node < left.size(); node++) {
            boolean branch = left.path(node).asInt(-1) >= 0;
            if (branch && features.get(feature.path(node).asInt(0))) {
                restore(tree, node, left);
            }
        }
    }

    private static void restore(JsonNode tree, int node, ArrayNode left) {
        var right = (ArrayNode) tree.path("right_children");
        var condition = (ArrayNode) tree.path("split_conditions");
        var defaultLeft = (ArrayNode) tree.path("default_left");
        int zero = defaultLeft.path(node).asInt(0) != 0
                ? left.path(node).asInt()
                : right.path(node).asInt();
        boolean oneBelow = 1 < condition.path(node).asDouble();
        int one = oneBelow ? left.path(node).asInt() : right.path(node).asInt();
        // Where both go the same way, nothing may go the other: every value of the feature is below 2.
        int other = zero != one
                ? one
                : left.path(node).asInt() == zero
                        ? right.path(node).asInt()
                        : left.path(node).asInt();
        left.set(node, zero);
        right.set(node, other);
        condition.set(node, zero == one ? 2f : 1f);
        defaultLeft.set(node, 1);
    }
}
