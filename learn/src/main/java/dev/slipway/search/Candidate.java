package dev.slipway.search;

import dev.slipway.transform.Transformer;
import java.util.List;

/** A pipeline with its search space: steps that are given, and an estimator that is looked for. */
public record Candidate(String name, Simplicity simplicity, List<Transformer<?>> steps, Space space) {
    public Candidate {
        steps = List.copyOf(steps);
    }
}
