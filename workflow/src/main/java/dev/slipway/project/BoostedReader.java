package dev.slipway.project;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Guidance;
import dev.slipway.algorithm.NativeLibrary;
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
        var depth = range(written, "depth", new Range(3, 8), new Range(1, 16), true);
        return read(name, NativeLibrary.XGBOOST, written, "depth", depth);
    }

    static CandidateSpec.Boosted lightgbm(String name, Mapping keys) {
        var leaves = range(Optional.of(keys), "leaves", new Range(8, 128), new Range(2, 4_096), true);
        return read(name, NativeLibrary.LIGHTGBM, Optional.of(keys), "leaves", leaves);
    }

    private static CandidateSpec.Boosted read(
            String name, NativeLibrary library, Optional<Mapping> written, String own, Range size) {
        written.ifPresent(keys -> allowOnly(keys, own));
        return new CandidateSpec.Boosted(
                name,
                library,
                range(written, "trees", new Range(100, 600), new Range(1, 10_000), true),
                size,
                range(written, "rate", new Range(0.02, 0.3), new Range(1e-4, 1), false),
                range(written, "rows", new Range(0.6, 1), SHARES, false),
                range(written, "columns", new Range(0.5, 1), SHARES, false),
                written.map(BoostedReader::guidance).orElse(Guidance.NONE));
    }

    private static void allowOnly(Mapping keys, String own) {
        keys.allowOnly(
                Stream.of(USUAL, List.of(own), GUIDANCE).flatMap(List::stream).toArray(String[]::new));
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
