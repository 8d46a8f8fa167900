package dev.slipway.project;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.document.Mapping;
import java.util.Optional;

/** Reads the random forests of {@code candidates}. */
final class ForestReader {
    private static final Range TREES = new Range(1, 10_000);
    private static final Range DEPTHS = new Range(1, 100);
    private static final Range LEAVES = new Range(1, 1_000_000);
    private static final Range SHARES = new Range(0.001, 1);

    /** Until somebody says otherwise: leaves and columns start with the usual, which depends on the target. */
    private static final Range LEAF = new Range(0, 20);

    private static final Range COLUMNS = new Range(0, 0.7);

    private ForestReader() {}

    static CandidateSpec.Forest read(String name, Optional<Mapping> written) {
        written.ifPresent(keys -> keys.allowOnly("trees", "depth", "leaf", "columns", "rows", "class_weight"));
        return new CandidateSpec.Forest(
                name,
                range(written, "trees", Range.of(200), TREES, true),
                range(written, "depth", Range.of(100), DEPTHS, true),
                range(written, "leaf", LEAF, LEAVES, true),
                range(written, "columns", COLUMNS, SHARES, false),
                range(written, "rows", Range.of(1), SHARES, false),
                written.map(ClassWeightReader::read).orElse(ClassWeights.even()));
    }

    private static Range range(Optional<Mapping> keys, String key, Range otherwise, Range bounds, boolean whole) {
        return Range.read(keys.flatMap(mapping -> mapping.find(key)), otherwise, bounds, whole);
    }
}
