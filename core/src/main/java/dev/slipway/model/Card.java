package dev.slipway.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What a reader wants to know of a model: where it came from and how it did.
 *
 * @param candidate what was tried: baseline, rule, logistic, xgboost
 * @param parameters of the candidate
 * @param metrics means over the folds, and what was measured
 * @param provenance data, contract, program and machine
 */
public record Card(
        String model,
        String run,
        String candidate,
        SortedMap<String, String> parameters,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> provenance)
        implements Serializable {
    /** What the threshold is called among the metrics. */
    public static final String THRESHOLD = "threshold";

    public Card {
        parameters = Collections.unmodifiableSortedMap(parameters);
        metrics = Collections.unmodifiableSortedMap(metrics);
        provenance = Collections.unmodifiableSortedMap(provenance);
    }

    /** The least probability at which the second of two classes is the answer: what is recorded, or one half. */
    public double threshold() {
        return metrics.getOrDefault(THRESHOLD, 0.5);
    }
}
