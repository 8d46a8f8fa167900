package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.DataRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Good values of every column to draw from. Immutable. */
record Pools(Map<String, List<String>> values) {
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'|(?<![\\w.])(\\d{1,15}(?:\\.\\d{1,15})?)");

    static Pools of(Contract contract) {
        var random = new SplittableRandom(1);
        var pools = new TreeMap<String, List<String>>();
        for (var column : contract.columns()) {
            pools.put(
                    column.name(),
                    column.isChecked() ? Values.good(column, hints(contract.rules(), column), random) : List.of(""));
        }
        return new Pools(pools);
    }

    /** What rules of rows say of the column: the numbers they name and their neighbours, the words, what goes with what. */
    private static Set<String> hints(DataRules rules, ContractColumn column) {
        var hints = new LinkedHashSet<String>();
        for (var condition : rules.conditions()) {
            if (condition.expression().columns().contains(column.name())) {
                LITERAL.matcher(condition.expression().toString()).results().forEach(found -> {
                    if (found.group(1) == null) {
                        double number = Double.parseDouble(found.group(2));
                        hints.addAll(List.of(
                                Values.number(number),
                                Values.number(number + 1),
                                Values.number(number - 1),
                                Values.number(-number)));
                    } else {
                        hints.add(found.group(1).replace("''", "'"));
                    }
                });
            }
        }
        for (var dependency : rules.dependencies()) {
            if (dependency.from().equals(column.name())) {
                hints.addAll(dependency.map().keySet());
            } else if (dependency.to().equals(column.name())) {
                hints.addAll(dependency.map().values());
            }
        }
        return hints;
    }

    /** What the dependency says goes with the value. */
    static Optional<String> other(DataRules.Dependency rule, String value) {
        Map<String, String> pairs = rule.map();
        return Optional.ofNullable(pairs.get(value));
    }

    List<String> of(String column) {
        return values.getOrDefault(column, List.of());
    }

    /** Columns without a single good value, by name. */
    List<String> empty() {
        return values.entrySet().stream()
                .filter(pool -> pool.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One of them; none where there are none. */
    Optional<String> draw(String column, SplittableRandom random) {
        var pool = of(column);
        return pool.isEmpty() ? Optional.empty() : Optional.of(pool.get(random.nextInt(pool.size())));
    }
}
