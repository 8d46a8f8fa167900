package dev.slipway.contract;

import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What only all rows together could tell of single rows: which come again, and which value most rows of a kind have.
 *
 * @param keys in the contract's order
 * @param repeats for each key
 * @param dependencies those without a map, in the contract's order
 * @param expected for each dependency, what goes with those values that do not always go with the same
 */
record Verdicts(
        List<RowKey> keys, List<Repeats> repeats, List<Dependency> dependencies, List<Map<String, String>> expected)
        implements Serializable {
    /** Nothing is known against any row. */
    static final Verdicts NONE = new Verdicts(List.of(), List.of(), List.of(), List.of());

    Verdicts {
        keys = List.copyOf(keys);
        repeats = List.copyOf(repeats);
        dependencies = List.copyOf(dependencies);
        expected = expected.stream()
                .map(HashMap::new)
                .map(map -> (Map<String, String>) map)
                .toList();
    }

    /** Whether any row is bad for it. */
    boolean isNone() {
        return repeats.stream().allMatch(Repeats::isEmpty) && expected.stream().allMatch(Map::isEmpty);
    }

    void examine(Contract contract, Table raw, Table typed, Faults faults) {
        for (int i = 0; i < keys.size(); i++) {
            if (!repeats.get(i).isEmpty()) {
                examine(keys.get(i), repeats.get(i), raw, typed, faults);
            }
        }
        for (int i = 0; i < dependencies.size(); i++) {
            if (!expected.get(i).isEmpty()) {
                examine(contract, dependencies.get(i), expected.get(i), typed, faults);
            }
        }
    }

    private static void examine(RowKey key, Repeats repeats, Table raw, Table typed, Faults faults) {
        var columns = key.of(raw, typed);
        if (columns.isEmpty()) {
            return;
        }
        var origins = typed.origins();
        for (int row = 0; row < typed.rows(); row++) {
            int at = row;
            repeats.first(origins.source(row), origins.record(row))
                    .ifPresent(first -> faults.addRepeat(
                            at,
                            key,
                            key.rule() == Rule.DUPLICATE ? "" : RowKey.shown(columns.get(), at),
                            first.source().equals(origins.source(at))
                                    ? first.shown()
                                    : first.shown() + " of " + first.source()));
        }
    }

    private static void examine(
            Contract contract, Dependency dependency, Map<String, String> expected, Table typed, Faults faults) {
        var from = typed.column(dependency.from());
        var to = typed.column(dependency.to());
        var column = contract.find(dependency.to()).orElse(Finding.NO_COLUMN);
        for (int row = 0; row < typed.rows(); row++) {
            if (!from.isMissing(row) && !to.isMissing(row)) {
                String key = RowRules.text(from, row);
                String value = RowRules.text(to, row);
                String right = expected.getOrDefault(key, value);
                if (!right.equals(value)) {
                    faults.add(row, dependency, column, key, value, right);
                }
            }
        }
    }
}
