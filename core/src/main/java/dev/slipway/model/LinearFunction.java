package dev.slipway.model;

import dev.slipway.problem.SlipwayException;
import java.io.Serializable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Intercept plus weighted sum, added from left to right in double precision; with the logistic link, a probability. */
public final class LinearFunction implements Serializable {
    private final double intercept;
    private final double[] weights;

    public LinearFunction(double intercept, double[] weights) {
        this.intercept = intercept;
        this.weights = weights.clone();
    }

    /** Reads what {@link #json()} wrote; a weight that is no finite number is refused. */
    public static LinearFunction fromJson(JsonNode json) {
        JsonNode list = json.path("weights");
        if (!list.isArray()) {
            throw damaged("'weights' is not a list");
        }
        var weights = new double[list.size()];
        for (int feature = 0; feature < weights.length; feature++) {
            weights[feature] = finite(list.path(feature), "weights[" + feature + "]");
        }
        return new LinearFunction(finite(json.path("intercept"), "intercept"), weights);
    }

    private static double finite(JsonNode node, String key) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw damaged("'%s' is %s, not a finite number".formatted(key, node.isMissingNode() ? "missing" : node));
        }
        return node.doubleValue();
    }

    private static SlipwayException damaged(String what) {
        return SlipwayException.refused(
                "MODEL-DAMAGED",
                what,
                "the linear model's file",
                "restore the model folder from its source, or train again");
    }

    /** An object with {@code intercept} and {@code weights}; numbers in the shortest form that reads back to the same bits. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("intercept", intercept);
        var list = json.putArray("weights");
        for (double weight : weights) {
            list.add(weight);
        }
        return json;
    }

    public int features() {
        return weights.length;
    }

    public double intercept() {
        return intercept;
    }

    public double weight(int feature) {
        return weights[feature];
    }

    /** The value for the row that starts at {@code offset} of a row-major matrix. */
    public double margin(double[] features, int offset) {
        double sum = intercept;
        for (int feature = 0; feature < weights.length; feature++) {
            sum += weights[feature] * features[offset + feature];
        }
        return sum;
    }

    /** The probability of yes: the logistic function of {@link #margin}. */
    public double probability(double[] features, int offset) {
        return Link.sigmoid(margin(features, offset));
    }
}
