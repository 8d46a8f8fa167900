package dev.slipway.project;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.document.Mapping;

/** Reads the linear ones of {@code candidates}. */
final class LinearReader {
    /** What is tried when nothing is said. */
    static final CandidateSpec.Logistic USUAL =
            new CandidateSpec.Logistic("logistic", Range.of(1), Range.of(0), ClassWeights.even());

    static final CandidateSpec.Linear USUAL_RIDGE = new CandidateSpec.Linear("ridge", true, Range.of(1), Range.of(0));

    private static final Range STRENGTHS = new Range(1e-6, 1e6);
    private static final Range SHARES = new Range(0, 1);

    private LinearReader() {}

    static CandidateSpec.Logistic logistic(String name, Mapping keys) {
        keys.allowOnly("c", "l1_ratio", "class_weight");
        return new CandidateSpec.Logistic(
                name,
                Range.read(keys.find("c"), Range.of(1), STRENGTHS, false),
                Range.read(keys.find("l1_ratio"), Range.of(0), SHARES, false),
                ClassWeightReader.read(keys));
    }

    static CandidateSpec.Linear linear(String kind, String name, Mapping keys) {
        return switch (kind) {
            case "linear" -> {
                keys.allowOnly();
                yield new CandidateSpec.Linear(name, true, Range.of(0), Range.of(0));
            }
            case "ridge" -> {
                keys.allowOnly("alpha");
                yield new CandidateSpec.Linear(name, true, alpha(keys, Range.of(1)), Range.of(0));
            }
            case "lasso" -> {
                keys.allowOnly("alpha");
                yield new CandidateSpec.Linear(name, false, alpha(keys, new Range(1e-4, 1)), Range.of(1));
            }
            default -> {
                keys.allowOnly("alpha", "l1_ratio");
                var shares = Range.read(keys.find("l1_ratio"), new Range(0.1, 0.9), SHARES, false);
                yield new CandidateSpec.Linear(name, false, alpha(keys, new Range(1e-4, 1)), shares);
            }
        };
    }

    private static Range alpha(Mapping keys, Range otherwise) {
        return Range.read(keys.find("alpha"), otherwise, STRENGTHS, false);
    }
}
