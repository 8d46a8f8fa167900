package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.transform.OneHot;
import java.util.Map;

/** Reads the steps that make numbers of words. */
final class WordSteps {
    static final Map<String, FeatureReader.StepReader> READERS = Map.of("onehot", node -> oneHot(node.mapping()));

    private WordSteps() {}

    private static OneHot oneHot(Mapping step) {
        step.allowOnly("columns");
        return new OneHot(FeatureReader.columns(step));
    }
}
