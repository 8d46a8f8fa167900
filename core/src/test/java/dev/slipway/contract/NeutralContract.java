package dev.slipway.contract;

import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.DataRules.Duplicates;
import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.table.ColumnType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The neutral contract.json of the planted faults as a contract. */
final class NeutralContract {
    private static final Map<String, ColumnType> TYPES =
            Map.of("int", ColumnType.INTEGER, "float", ColumnType.NUMBER, "string", ColumnType.TEXT);

    private NeutralContract() {}

    static Contract read(Path json) {
        return Document.json(json).read(root -> {
            var unique = root.texts("unique");
            var nulls = List.of(root.text("null_token"));
            return new Contract(
                            root.text("dataset"),
                            Extra.REFUSE,
                            root.mapping("columns").entries().stream()
                                    .map(entry ->
                                            column(entry.name(), entry.value().mapping(), unique, nulls))
                                    .toList())
                    .with(DataRules.NONE
                            .withDuplicates(Duplicates.REFUSE)
                            .withDependencies(root.list("functional_dependencies").stream()
                                    .map(Node::mapping)
                                    .map(NeutralContract::dependency)
                                    .toList()));
        });
    }

    private static ContractColumn column(String name, Mapping rules, List<String> unique, List<String> nulls) {
        return ContractColumn.of(name, TYPES.getOrDefault(rules.text("type"), ColumnType.TEXT))
                .withMissing(rules.bool("nullable", false) ? 1 : 0)
                .withNullTokens(nulls)
                .withRange(rules.number("min", Double.NEGATIVE_INFINITY), rules.number("max", Double.POSITIVE_INFINITY))
                .withSet(rules.texts("in"))
                .withPattern(rules.text("regex", ""))
                .withUnique(unique.contains(name));
    }

    private static Dependency dependency(Mapping rule) {
        var map = new TreeMap<String, String>();
        rule.mapping("map")
                .entries()
                .forEach(pair -> map.put(pair.name(), pair.value().text()));
        return new Dependency(rule.text("from"), rule.text("to"), map, Severity.FAIL);
    }
}
