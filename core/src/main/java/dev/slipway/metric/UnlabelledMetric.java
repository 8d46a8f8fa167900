package dev.slipway.metric;

import java.util.OptionalDouble;

/** Metrics of models that nobody knows the true answers for. They are measured where the rows are: answers alone do not say them. */
public enum UnlabelledMetric implements Metric {
    /** How well rows lie in their clusters, from -1 to 1. */
    SILHOUETTE("silhouette");

    private final String id;

    UnlabelledMetric(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public OptionalDouble of(Answers answers) {
        return OptionalDouble.empty();
    }
}
