package dev.slipway.project;

import dev.slipway.cluster.IsolationForest;
import dev.slipway.document.Mapping;
import java.util.Optional;

/** Reads those of {@code candidates} that need no target. */
final class UnlabelledReader {
    private static final Range CLUSTERS = new Range(2, 10);
    private static final Range MOST_CLUSTERS = new Range(2, 100);
    private static final Range STARTS = new Range(1, 100);
    private static final Range TREES = new Range(1, 10_000);
    private static final Range SAMPLES = new Range(2, 100_000);

    private UnlabelledReader() {}

    static CandidateSpec.Clusters clusters(String name, Optional<Mapping> written) {
        written.ifPresent(keys -> keys.allowOnly("k", "starts"));
        return new CandidateSpec.Clusters(
                name,
                Range.read(written.flatMap(keys -> keys.find("k")), CLUSTERS, MOST_CLUSTERS, true),
                only(written, "starts", 10, STARTS));
    }

    static CandidateSpec.Isolation isolation(String name, Optional<Mapping> written) {
        written.ifPresent(keys -> keys.allowOnly("trees", "sample"));
        return new CandidateSpec.Isolation(
                name,
                only(written, "trees", 100, TREES),
                only(written, "sample", IsolationForest.USUAL_SAMPLE, SAMPLES));
    }

    private static int only(Optional<Mapping> keys, String key, int otherwise, Range bounds) {
        var node = keys.flatMap(mapping -> mapping.find(key));
        var range = Range.read(node, Range.of(otherwise), bounds, true);
        if (!range.single()) {
            node.ifPresent(found -> found.problem(
                    "PROJECT-RANGE",
                    "%s is a range, and nothing says which of its numbers is the best".formatted(found.shown()),
                    "write a single number, such as " + otherwise));
        }
        return (int) range.low();
    }
}
