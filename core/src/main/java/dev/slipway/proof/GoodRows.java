package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Rows that keep a contract together, to plant violations into. For one thread. */
final class GoodRows {
    private static final int WANTED = 20;
    private static final int BATCH = 500;
    private static final int TRIES = 20_000;

    private final Contract contract;
    private final Judge judge;
    private final Pools pools;
    private final Map<String, Long> refused = new LinkedHashMap<>();

    GoodRows(Contract contract, Judge judge, Pools pools) {
        this.contract = contract;
        this.judge = judge;
        this.pools = pools;
    }

    /** Rows drawn from the rules, the same for the same contract; perhaps none. */
    Sheet drawn() {
        var random = new SplittableRandom(2);
        pools.empty()
                .forEach(column ->
                        refused.put("no value keeps the rules of column '%s'".formatted(column), Long.MAX_VALUE));
        var good = new Sheet(contract.names(), List.of());
        for (int tried = 0; tried < TRIES && good.size() < WANTED; tried += BATCH) {
            var rows = new ArrayList<List<Optional<String>>>();
            for (int i = 0; i < BATCH; i++) {
                rows.add(row(random));
            }
            good = chosen(good, new Sheet(contract.names(), rows));
        }
        return good;
    }

    private List<Optional<String>> row(SplittableRandom random) {
        var row = new LinkedHashMap<String, Optional<String>>();
        contract.names().forEach(name -> row.put(name, pools.draw(name, random)));
        // What goes with what is said, so it need not be hit by chance.
        for (Dependency rule : contract.rules().dependencies()) {
            row.getOrDefault(rule.from(), Optional.empty())
                    .flatMap(value -> Pools.other(rule, value))
                    .ifPresent(value -> row.put(rule.to(), Optional.of(value)));
        }
        return List.copyOf(row.values());
    }

    /** Of these rows so many as keep the contract together. */
    Sheet of(Sheet rows) {
        return chosen(new Sheet(rows.names(), List.of()), rows);
    }

    private Sheet chosen(Sheet start, Sheet candidates) {
        var good = start;
        var examined = contract.examine(candidates.table());
        examined.findings().forEach(this::remember);
        for (int row : examined.goodRows()) {
            if (good.size() == WANTED) {
                break;
            }
            var more = good.plus(candidates.rows().get(row));
            var findings = judge.findings(more);
            findings.forEach(this::remember);
            good = findings.isEmpty() ? more : good;
        }
        return good;
    }

    private void remember(Finding finding) {
        refused.merge("%s of '%s'".formatted(finding.rule().code(), finding.subject()), 1L, Long::sum);
    }

    /** What stood in the way of rows, most often first; for a message. */
    String obstacles() {
        return refused.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("; "));
    }
}
