package dev.slipway.model;

import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** One regression tree as XGBoost writes it, checked: from the root every node that counts is reached exactly once. */
final class XgboostTree {
    /** Leaf marker in {@code left_children} and {@code right_children}. */
    private static final int NONE = -1;

    private static final int DEEPEST = 256;

    private final String where;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] condition;
    private final int[] defaultLeft;
    private final float[] cover;
    private final float[] gain;
    private final int[] breadthFirst;
    private final int depth;

    private XgboostTree(JsonNode json, int index, int features) {
        this.where = "tree %d of the XGBoost model".formatted(index);
        int nodes = number(json.path("tree_param").path("num_nodes"), "num_nodes");
        int deleted = number(json.path("tree_param").path("num_deleted"), "num_deleted");
        refuseVectorLeaves(json.path("tree_param").path("size_leaf_vector"));
        this.left = integers(json, "left_children", nodes);
        this.right = integers(json, "right_children", nodes);
        this.feature = integers(json, "split_indices", nodes);
        this.condition = floats(json, "split_conditions", nodes);
        this.defaultLeft = integers(json, "default_left", nodes);
        int[] splitType = json.has("split_type") ? integers(json, "split_type", nodes) : new int[nodes];
        // What only explanations read; old and handmade files may lack it.
        this.cover = json.has("sum_hessian") ? floats(json, "sum_hessian", nodes) : new float[nodes];
        this.gain = json.has("loss_changes") ? floats(json, "loss_changes", nodes) : new float[nodes];
        this.breadthFirst = new int[nodes - deleted];
        this.depth = walk(features, splitType);
    }

    static XgboostTree read(JsonNode json, int index, int features) {
        return new XgboostTree(json, index, features);
    }

    /** Fills {@link #breadthFirst} level by level and answers how many steps the deepest leaf is away. */
    private int walk(int features, int[] splitType) {
        var seen = new boolean[left.length];
        seen[0] = true;
        int reached = 1;
        int levelStart = 0;
        int levels = 0;
        while (true) {
            int levelEnd = reached;
            for (int at = levelStart; at < levelEnd; at++) {
                int node = breadthFirst[at];
                checkNode(node, features, splitType[node]);
                if (!isLeaf(node)) {
                    reached = reach(left[node], node, seen, reached);
                    reached = reach(right[node], node, seen, reached);
                }
            }
            if (reached == levelEnd) {
                break;
            }
            levelStart = levelEnd;
            levels++;
            if (levels > DEEPEST) {
                throw damaged("a leaf lies deeper than %d steps".formatted(DEEPEST));
            }
        }
        if (reached != breadthFirst.length) {
            throw damaged("%d of its %d nodes cannot be reached from the root"
                    .formatted(breadthFirst.length - reached, breadthFirst.length));
        }
        return levels;
    }

    private void checkNode(int node, int features, int splitType) {
        if (!Float.isFinite(condition[node])) {
            throw damaged("split_conditions[%d] is not a finite float".formatted(node));
        }
        if ((left[node] == NONE) != (right[node] == NONE)) {
            throw damaged("node %d has one child only".formatted(node));
        }
        if (isLeaf(node)) {
            return;
        }
        if (feature[node] < 0 || feature[node] >= features) {
            throw damaged(
                    "node %d splits on feature %d, but num_feature is %d".formatted(node, feature[node], features));
        }
        if (splitType != 0) {
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "node %d splits on a set of categories".formatted(node),
                    where,
                    "one-hot encode the categories (features: onehot) and train again");
        }
    }

    private int reach(int child, int parent, boolean[] seen, int reached) {
        if (child < 0 || child >= seen.length) {
            throw damaged("node %d has child %d, outside 0 to %d".formatted(parent, child, seen.length - 1));
        }
        if (seen[child]) {
            throw damaged("node %d is reached twice, the second time from node %d".formatted(child, parent));
        }
        if (reached == breadthFirst.length) {
            throw damaged("more nodes are in use than num_nodes less num_deleted, %d".formatted(breadthFirst.length));
        }
        seen[child] = true;
        breadthFirst[reached] = child;
        return reached + 1;
    }

    private void refuseVectorLeaves(JsonNode size) {
        if (!size.isMissingNode() && number(size, "size_leaf_vector") > 1) {
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "its leaves are vectors (size_leaf_vector %s)".formatted(size.asString()),
                    where,
                    "train with multi_strategy 'one_output_per_tree'");
        }
    }

    private int number(JsonNode node, String key) {
        String text = node.isMissingNode() ? "missing" : node.asString();
        try {
            int number = Integer.parseInt(text);
            boolean possible = key.equals("num_nodes") ? number > 0 && number <= TreeEnsemble.MOST_NODES : number >= 0;
            if (possible) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw damaged("tree_param.%s is '%s', not a whole number".formatted(key, text));
        }
        throw damaged("tree_param.%s is %s, outside the possible".formatted(key, text));
    }

    private int[] integers(JsonNode tree, String key, int nodes) {
        JsonNode list = list(tree, key, nodes);
        var values = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            JsonNode value = list.path(node);
            boolean whole = value.isIntegralNumber() && value.canConvertToInt();
            if (!whole && !value.isBoolean()) {
                throw damaged("%s[%d] is %s, not a whole number".formatted(key, node, value));
            }
            values[node] = whole ? value.intValue() : value.booleanValue() ? 1 : 0;
        }
        return values;
    }

    private float[] floats(JsonNode tree, String key, int nodes) {
        JsonNode list = list(tree, key, nodes);
        var values = new float[nodes];
        for (int node = 0; node < nodes; node++) {
            if (!list.path(node).isNumber()) {
                throw damaged("%s[%d] is %s, not a number".formatted(key, node, list.path(node)));
            }
            values[node] = (float) list.path(node).doubleValue();
        }
        return values;
    }

    private JsonNode list(JsonNode tree, String key, int nodes) {
        JsonNode list = tree.path(key);
        if (!list.isArray()) {
            throw damaged("'%s' is missing".formatted(key));
        }
        if (list.size() != nodes) {
            throw damaged("'%s' has %d entries, num_nodes is %d".formatted(key, list.size(), nodes));
        }
        return list;
    }

    private SlipwayException damaged(String what) {
        return XgboostModel.damaged(what, where);
    }

    /** Steps from the root to the deepest leaf. */
    int depth() {
        return depth;
    }

    /** The nodes in use, root first, children of one node side by side, left before right. */
    int[] breadthFirst() {
        return Arrays.copyOf(breadthFirst, breadthFirst.length);
    }

    int nodes() {
        return breadthFirst.length;
    }

    boolean isLeaf(int node) {
        return left[node] == NONE;
    }

    int feature(int node) {
        return feature[node];
    }

    /** The threshold of a split, the value of a leaf. */
    float condition(int node) {
        return condition[node];
    }

    boolean missingGoesLeft(int node) {
        return defaultLeft[node] != 0;
    }

    /** The tree from its root on, for those who read it. */
    TreeNode root() {
        return node(0);
    }

    private TreeNode node(int node) {
        if (isLeaf(node)) {
            return new TreeNode.Leaf(condition[node], cover[node]);
        }
        float threshold = condition[node];
        boolean missingLeft = missingGoesLeft(node);
        return new TreeNode.Split(
                feature[node],
                value -> Double.isNaN(value) ? missingLeft : (float) value < threshold,
                node(left[node]),
                node(right[node]),
                cover[node],
                gain[node]);
    }
}
