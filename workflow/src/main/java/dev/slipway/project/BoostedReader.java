package dev.slipway.project;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Guidance;
import dev.slipway.document.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the boosted trees of {@code candidates}. */
final class BoostedReader {
    private static final Range SHARES = new Range(0.05, 1);
    private static final List<String> USUAL = List.of("trees", "rate", "rows", "columns");
    private static final List<String> GUIDANCE = List.of("stopping", "monotone", "class_weight");
    private static final List<String> WAYS = List.of("up", "down");
    private static final int MOST_PATIENCE = 1_000;

    private BoostedReader() {}

    static CandidateSpec.Boosted xgboost(String name, Optional<Mapping> written) {
        written.ifPresent(keys -> allowOnly(keys, "depth"));
        return new CandidateSpec.Boosted(
                name,
                trees(written),
                range(written, "depth", new Range(3, 8), new Range(1, 16), true),
                rate(written),
                rows(written),
                columns(written),
                written.map(BoostedReader::guidance).orElse(Guidance.NONE));
    }

    static CandidateSpec.Lightgbm lightgbm(String name, Mapping keys) {
        allowOnly(keys, "leaves");
        var written = Optional.of(keys);
        return new CandidateSpec.Lightgbm(
                name,
                trees(written),
                range(written, "leaves", new Range(8, 128), new Range(2, 4_096), true),
                rate(written),
                rows(written),
                columns(written),
                guidance(keys));
    }

    private static void allowOnly(Mapping keys, String own) {
        keys.allowOnly(
                Stream.of(USUAL, List.of(own), GUIDANCE).flatMap(List::stream).toArray(String[]::new));
    }

    private static Range trees(Optional<Mapping> written) {
        return range(written, "trees", new Range(100, 600), new Range(1, 10_000), true);
    }

    private static Range rate(Optional<Mapping> written) {
        return range(written, "rate", new Range(0.02, 0.3), new Range(1e-4, 1), false);
    }

    private static Range rows(Optional<Mapping> written) {
        return range(written, "rows", new Range(0.6, 1), SHARES, false);
    }

    private static Range columns(Optional<Mapping> written) {
        return range(written, "columns", new Range(0.5, 1), SHARES, false);
    }

    private static Range range(Optional<Mapping> keys, String key, Range otherwise, Range bounds, boolean whole) {
        return Range.read(keys.flatMap(mapping -> mapping.find(key)), otherwise, bounds, whole);
    }

    private static Guidance guidance(Mapping keys) {
        return new Guidance(classWeights(keys), patience(keys), monotone(keys));
    }

    private static ClassWeights classWeights(Mapping keys) {
        return ClassWeightReader.read(keys);
    }

    private static int patience(Mapping keys) {
        return (int) Range.read(keys.find("stopping"), Range.of(0), new Range(0, MOST_PATIENCE), true)
                .low();
    }

    private static SortedMap<String, Integer> monotone(Mapping keys) {
        var directions = new TreeMap<String, Integer>();
        keys.optionalMapping("monotone")
                .ifPresent(columns -> columns.entries().forEach(entry -> {
                    var way = entry.value().written();
                    if (!WAYS.contains(way)) {
                        entry.value()
                                .problem(
                                        "PROJECT-MONOTONE",
                                        "%s is no way an answer can move"
                                                .formatted(entry.value().shown()),
                                        "write up or down behind the column");
                    }
                    directions.put(entry.name(), way.equals("down") ? -1 : 1);
                }));
        return directions;
    }
}
