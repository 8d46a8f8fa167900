package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parts of XGBoost's JSON model that scoring needs, each checked against its limits before anything is built from it. */
final class XgboostModel {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_FEATURES = 1 << 20;
    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_TREES = 1 << 20;
    static final int MOST_NODES = 1 << 24;

    private final int features;
    private final List<String> featureNames;
    private final int groups;
    private final XgboostObjective objective;
    private final float[] baseMargins;
    private final List<Tree> trees;

    private XgboostModel(JsonNode root) {
        JsonNode learner = root.path("learner");
        JsonNode booster = learner.path("gradient_booster");
        String name = booster.path("name").asString("");
        refuseOtherBooster(name);
        JsonNode shape = learner.path("learner_model_param");
        this.features = whole(shape, "num_feature", 1, MOST_FEATURES);
        this.featureNames = featureNames(learner.path("feature_names"), features);
        int classes = whole(shape, "num_class", 0, MOST_GROUPS);
        if (shape.has("num_target")) {
            whole(shape, "num_target", 1, 1);
        }
        this.groups = Math.max(1, classes);
        this.objective =
                XgboostObjective.named(learner.path("objective").path("name").asString("missing"));
        if (objective.isOfClasses() != (groups > 1)) {
            throw damaged(
                    "num_class is %d with objective %s".formatted(classes, objective.text()), "learner_model_param");
        }
        this.baseMargins = baseMargins(shape.path("base_score").asString("missing"));
        JsonNode model = (name.equals("dart") ? booster.path("gbtree") : booster).path("model");
        int count = model.path("trees").size();
        int[] groupOfTree = groupOfTree(model.path("tree_info"), count);
        float[] weights = weights(name.equals("dart"), booster.path("weight_drop"), count);
        this.trees = trees(model, groupOfTree, weights);
    }

    static XgboostModel read(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw damaged("it has %,d bytes, more than %,d".formatted(json.length, MOST_BYTES), "the XGBoost model");
        }
        try {
            return new XgboostModel(Ubjson.isLikely(json) ? Ubjson.read(json) : JSON.readTree(json));
        } catch (JacksonException unreadable) {
            throw damaged("it is not JSON: " + unreadable.getOriginalMessage(), "the XGBoost model");
        }
    }

    private static List<String> featureNames(JsonNode list, int features) {
        if (!list.isEmpty() && list.size() != features) {
            throw damaged("%d feature_names for %d features".formatted(list.size(), features), "learner");
        }
        return list.valueStream().map(name -> name.asString("")).toList();
    }

    private static void refuseOtherBooster(String name) {
        if (name.isEmpty()) {
            throw damaged("'learner.gradient_booster.name' is missing", "the XGBoost model");
        }
        if (!name.equals("gbtree") && !name.equals("dart")) {
            throw SlipwayException.refused(
                    "MODEL-UNSUPPORTED",
                    "booster '%s' cannot be scored".formatted(name),
                    "learner.gradient_booster.name of the XGBoost model",
                    "train with booster 'gbtree' or 'dart'");
        }
    }

    /** XGBoost 3 writes {@code [5E-1]}, one number or one a class; before it was {@code 5E-1}. */
    private float[] baseMargins(String text) {
        boolean list = text.startsWith("[") && text.endsWith("]");
        String[] parts = (list ? text.substring(1, text.length() - 1) : text).split(",");
        if (parts.length != 1 && parts.length != groups) {
            throw damaged(
                    "base_score '%s' has %d numbers for %d groups".formatted(text, parts.length, groups), "base_score");
        }
        var margins = new float[groups];
        for (int group = 0; group < groups; group++) {
            margins[group] = objective.marginOf(number(parts[parts.length == 1 ? 0 : group].strip(), text));
            if (!Float.isFinite(margins[group])) {
                throw damaged("base_score '%s' stands for no finite margin".formatted(text), "base_score");
            }
        }
        return margins;
    }

    private static float number(String part, String text) {
        try {
            return Float.parseFloat(part);
        } catch (NumberFormatException notANumber) {
            throw damaged("base_score is '%s', not a number".formatted(text), "base_score");
        }
    }

    private int[] groupOfTree(JsonNode list, int count) {
        if (list.size() != count || count > MOST_TREES) {
            throw damaged(
                    "tree_info has %d entries for %d trees (at most %d)".formatted(list.size(), count, MOST_TREES),
                    "gradient_booster.model");
        }
        var groupOf = new int[count];
        for (int tree = 0; tree < count; tree++) {
            JsonNode group = list.path(tree);
            if (!group.isIntegralNumber() || group.intValue() < 0 || group.intValue() >= groups) {
                throw damaged("tree_info[%d] is %s, outside 0 to %d".formatted(tree, group, groups - 1), "tree_info");
            }
            groupOf[tree] = group.intValue();
        }
        return groupOf;
    }

    /** What dart multiplies each tree's leaves with; plain boosting multiplies with nothing, which is 1. */
    private static float[] weights(boolean dart, JsonNode list, int count) {
        var weights = new float[count];
        Arrays.fill(weights, 1);
        if (!dart) {
            return weights;
        }
        if (list.size() != count) {
            throw damaged("weight_drop has %d entries for %d trees".formatted(list.size(), count), "gradient_booster");
        }
        for (int tree = 0; tree < count; tree++) {
            weights[tree] = (float) list.path(tree).asDouble(Double.NaN);
            if (!Float.isFinite(weights[tree])) {
                throw damaged("weight_drop[%d] is %s, not a number".formatted(tree, list.path(tree)), "weight_drop");
            }
        }
        return weights;
    }

    private List<Tree> trees(JsonNode model, int[] groupOfTree, float[] weights) {
        int promised = whole(model.path("gbtree_model_param"), "num_trees", 0, MOST_TREES);
        if (promised != weights.length) {
            throw damaged(
                    "num_trees is %d, but it holds %d trees".formatted(promised, weights.length),
                    "gradient_booster.model");
        }
        var read = new ArrayList<Tree>(promised);
        long nodes = 0;
        for (int tree = 0; tree < promised; tree++) {
            var reader = new XgboostTree(model.path("trees").path(tree), tree, features);
            Tree next = reader.tree(groupOfTree[tree], weights[tree]);
            nodes += next.nodes();
            if (nodes > MOST_NODES) {
                throw damaged("it has more than %,d nodes".formatted(MOST_NODES), "gradient_booster.model");
            }
            read.add(next);
        }
        return List.copyOf(read);
    }

    private static int whole(JsonNode object, String key, int min, int max) {
        String text = object.path(key).asString("missing");
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw damaged("%s is '%s', not a whole number".formatted(key, text), "the XGBoost model");
        }
        throw damaged("%s is %s, outside %d to %d".formatted(key, text, min, max), "the XGBoost model");
    }

    static SlipwayException damaged(String what, String where) {
        return SlipwayException.refused(
                "MODEL-DAMAGED", what, where, "restore the model file from its source, or train again");
    }

    int features() {
        return features;
    }

    /** None where nobody named them. */
    List<String> featureNames() {
        return featureNames;
    }

    int groups() {
        return groups;
    }

    XgboostObjective objective() {
        return objective;
    }

    /** One a group, a copy. */
    float[] baseMargins() {
        return Arrays.copyOf(baseMargins, baseMargins.length);
    }

    List<Tree> trees() {
        return trees;
    }
}
