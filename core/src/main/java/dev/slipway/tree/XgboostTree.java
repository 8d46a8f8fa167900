package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One tree as XGBoost writes it: arrays with an entry a node, of which some may be deleted. */
final class XgboostTree {
    /** Leaf marker in {@code left_children} and {@code right_children}. */
    private static final int NONE = -1;

    private static final int MOST_CATEGORIES = 1 << 24;

    private final String where;
    private final int features;
    private final int inUse;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] condition;
    private final int[] defaultLeft;
    private final int[] splitType;
    private final float[] cover;
    private final float[] gain;
    private final Map<Integer, int[]> sets;

    XgboostTree(JsonNode json, int index, int features) {
        this.where = "tree %d of the XGBoost model".formatted(index);
        this.features = features;
        int nodes = number(json.path("tree_param").path("num_nodes"), "num_nodes");
        this.inUse = nodes - number(json.path("tree_param").path("num_deleted"), "num_deleted");
        refuseVectorLeaves(json.path("tree_param").path("size_leaf_vector"));
        this.left = integers(json, "left_children", nodes);
        this.right = integers(json, "right_children", nodes);
        this.feature = integers(json, "split_indices", nodes);
        this.condition = floats(json, "split_conditions", nodes);
        this.defaultLeft = integers(json, "default_left", nodes);
        this.splitType = json.has("split_type") ? integers(json, "split_type", nodes) : new int[nodes];
        // What only explanations read; old and handmade files may lack it.
        this.cover = json.has("sum_hessian") ? floats(json, "sum_hessian", nodes) : new float[nodes];
        this.gain = json.has("loss_changes") ? floats(json, "loss_changes", nodes) : new float[nodes];
        this.sets = IntStream.of(splitType).anyMatch(type -> type != 0) ? sets(json) : Map.of();
    }

    /** The tree without its deleted nodes, each leaf multiplied with a weight as the library does, in single precision. */
    Tree tree(int group, float weight) {
        var builder = new TreeBuilder(group, 1);
        var seen = new boolean[left.length];
        seen[0] = true;
        var waiting = new int[left.length];
        int reached = 1;
        try {
            // Level by level, so that the children of the branch met next are always the two added next.
            for (int at = 0; at < reached; at++) {
                int node = waiting[at];
                if (isLeaf(node)) {
                    builder.leaf(cover[node], weight * condition[node]);
                } else {
                    branch(builder, node);
                    builder.gain(at, gain[node]);
                    builder.children(at, reached, reached + 1);
                    waiting[reached] = reach(left[node], node, seen, reached);
                    reached++;
                    waiting[reached] = reach(right[node], node, seen, reached);
                    reached++;
                }
            }
            if (reached != inUse) {
                throw damaged("%d of its %d nodes cannot be reached from the root".formatted(inUse - reached, inUse));
            }
            return builder.build();
        } catch (IllegalArgumentException broken) {
            throw damaged(String.valueOf(broken.getMessage()));
        }
    }

    private boolean isLeaf(int node) {
        if ((left[node] == NONE) != (right[node] == NONE)) {
            throw damaged("node %d has one child only".formatted(node));
        }
        return left[node] == NONE;
    }

    private void branch(TreeBuilder builder, int node) {
        if (feature[node] < 0 || feature[node] >= features) {
            throw damaged(
                    "node %d splits on feature %d, but num_feature is %d".formatted(node, feature[node], features));
        }
        boolean missingLeft = defaultLeft[node] != 0;
        if (splitType[node] == 0) {
            builder.branch(Rule.BELOW, feature[node], condition[node], missingLeft, cover[node]);
        } else {
            var set = sets.get(node);
            if (set == null) {
                throw damaged("node %d splits on a set of categories, but has none".formatted(node));
            }
            builder.branch(Rule.NOT_IN_SET, feature[node], set, missingLeft, cover[node]);
        }
    }

    private int reach(int child, int parent, boolean[] seen, int reached) {
        if (child < 0 || child >= seen.length) {
            throw damaged("node %d has child %d, outside 0 to %d".formatted(parent, child, seen.length - 1));
        }
        if (seen[child]) {
            throw damaged("node %d is reached twice, the second time from node %d".formatted(child, parent));
        }
        if (reached == inUse) {
            throw damaged("more nodes are in use than num_nodes less num_deleted, %d".formatted(inUse));
        }
        seen[child] = true;
        return child;
    }

    /** The categories of each node that splits on a set, as bits. */
    private Map<Integer, int[]> sets(JsonNode json) {
        int count = json.path("categories_nodes").size();
        int[] nodes = integers(json, "categories_nodes", count);
        int[] starts = integers(json, "categories_segments", count);
        int[] sizes = integers(json, "categories_sizes", count);
        int[] categories = integers(json, "categories", json.path("categories").size());
        var found = new HashMap<Integer, int[]>();
        for (int set = 0; set < count; set++) {
            if (starts[set] < 0 || sizes[set] < 0 || (long) starts[set] + sizes[set] > categories.length) {
                throw damaged("categories %d to %d of %d do not exist"
                        .formatted(starts[set], (long) starts[set] + sizes[set], categories.length));
            }
            found.put(nodes[set], bits(categories, starts[set], sizes[set]));
        }
        return found;
    }

    private int[] bits(int[] categories, int start, int size) {
        int greatest = IntStream.range(start, start + size)
                .map(place -> categories[place])
                .max()
                .orElse(-1);
        if (greatest >= MOST_CATEGORIES) {
            throw damaged("category %d is beyond %d".formatted(greatest, MOST_CATEGORIES));
        }
        var bits = new int[(greatest + Integer.SIZE) / Integer.SIZE];
        for (int place = start; place < start + size; place++) {
            if (categories[place] < 0) {
                throw damaged("a set holds category %d".formatted(categories[place]));
            }
            bits[categories[place] >>> 5] |= 1 << categories[place];
        }
        return bits;
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
            boolean possible = key.equals("num_nodes") ? number > 0 && number <= XgboostModel.MOST_NODES : number >= 0;
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
            if (!Float.isFinite(values[node])) {
                throw damaged("%s[%d] is not a finite float".formatted(key, node));
            }
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
}
