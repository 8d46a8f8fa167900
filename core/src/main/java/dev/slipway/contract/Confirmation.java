package dev.slipway.contract;

import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.source.Batch;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The second pass: looks at the values of the rows that a first pass suspects, and says exactly which are wrong. */
final class Confirmation implements Aggregation<Confirmation.State, Verdicts> {
    /**
     * How often a value goes with another, and in which row first.
     *
     * @param first the least row
     */
    record Met(long count, Finding.Row first) implements Serializable {
        Met merge(Met other) {
            return new Met(count + other.count, first.compareTo(other.first) <= 0 ? first : other.first);
        }

        boolean isRather(Met other) {
            return count != other.count ? count > other.count : first.compareTo(other.first) < 0;
        }
    }

    /** What was seen: the suspected rows of each key, and what goes with what for each dependency. */
    record State(List<List<KeyRows>> keys, List<Map<String, Map<String, Met>>> pairs) implements Mergeable<State> {
        @Override
        public State merge(State other) {
            if (keys.isEmpty() && pairs.isEmpty()) {
                return other;
            }
            if (other.keys.isEmpty() && other.pairs.isEmpty()) {
                return this;
            }
            return new State(
                    IntStream.range(0, keys.size())
                            .mapToObj(i -> joined(keys.get(i), other.keys.get(i)))
                            .toList(),
                    IntStream.range(0, pairs.size())
                            .mapToObj(i -> merged(pairs.get(i), other.pairs.get(i)))
                            .toList());
        }

        private static List<KeyRows> joined(List<KeyRows> some, List<KeyRows> others) {
            var all = new ArrayList<>(some);
            all.addAll(others);
            return List.copyOf(all);
        }

        private static Map<String, Map<String, Met>> merged(
                Map<String, Map<String, Met>> some, Map<String, Map<String, Met>> others) {
            var all = new TreeMap<>(some);
            others.forEach((from, met) -> all.merge(from, met, (left, right) -> {
                var both = new TreeMap<>(left);
                right.forEach((to, seen) -> both.merge(to, seen, Met::merge));
                return both;
            }));
            return all;
        }
    }

    private final Contract contract;
    private final Suspects suspects;
    private final transient Examiner examiner;

    Confirmation(Contract contract, Suspects suspects) {
        this.contract = contract;
        this.suspects = suspects;
        examiner = new Examiner(contract);
    }

    private Object readResolve() {
        return new Confirmation(contract, suspects);
    }

    @Override
    public State empty() {
        return new State(List.of(), List.of());
    }

    @Override
    public State of(Batch batch) {
        var raw = batch.table();
        var typed = examiner.examine(raw).table();
        return new State(
                IntStream.range(0, suspects.keys().size())
                        .mapToObj(i ->
                                rows(suspects.keys().get(i), suspects.repeated().get(i), raw, typed))
                        .toList(),
                IntStream.range(0, suspects.dependencies().size())
                        .mapToObj(i -> pairs(
                                suspects.dependencies().get(i),
                                suspects.ambiguous().get(i),
                                typed))
                        .toList());
    }

    private static List<KeyRows> rows(RowKey key, long[] repeated, Table raw, Table typed) {
        var columns = key.of(raw, typed);
        if (columns.isEmpty() || repeated.length == 0) {
            return List.of();
        }
        long[] hashes = CellHashes.of(columns.get());
        int[] rows = IntStream.range(0, hashes.length)
                .filter(row -> Suspects.has(repeated, hashes[row]) && key.holds(columns.get(), row))
                .toArray();
        return rows.length == 0 ? List.of() : List.of(KeyRows.of(columns.get(), hashes, typed.origins(), rows));
    }

    private static Map<String, Map<String, Met>> pairs(Dependency dependency, long[] ambiguous, Table typed) {
        var found = new TreeMap<String, Map<String, Met>>();
        if (ambiguous.length == 0) {
            return found;
        }
        var from = typed.column(dependency.from());
        var to = typed.column(dependency.to());
        long[] hashes = CellHashes.of(from);
        Origins origins = typed.origins();
        for (int row = 0; row < hashes.length; row++) {
            if (Suspects.has(ambiguous, hashes[row]) && !from.isMissing(row) && !to.isMissing(row)) {
                found.computeIfAbsent(RowRules.text(from, row), key -> new TreeMap<>())
                        .merge(RowRules.text(to, row), new Met(1, Faults.row(origins, row)), Met::merge);
            }
        }
        return found;
    }

    @Override
    public Verdicts finish(State state) {
        return new Verdicts(
                suspects.keys(),
                IntStream.range(0, suspects.keys().size())
                        .mapToObj(i -> KeyRows.repeats(state.keys.isEmpty() ? List.of() : state.keys.get(i)))
                        .toList(),
                suspects.dependencies(),
                IntStream.range(0, suspects.dependencies().size())
                        .mapToObj(i -> expected(state.pairs.isEmpty() ? Map.of() : state.pairs.get(i)))
                        .toList());
    }

    /** For each value that goes with several, the one it most often goes with; of two, the one that was first. */
    private static Map<String, String> expected(Map<String, Map<String, Met>> pairs) {
        var expected = new TreeMap<String, String>();
        pairs.forEach((from, met) -> {
            if (met.size() > 1) {
                met.entrySet().stream()
                        .reduce((some, other) -> other.getValue().isRather(some.getValue()) ? other : some)
                        .ifPresent(most -> expected.put(from, most.getKey()));
            }
        });
        return expected;
    }
}
