package dev.slipway.contract;

import static dev.slipway.contract.YamlText.list;
import static dev.slipway.contract.YamlText.number;
import static dev.slipway.contract.YamlText.scalar;

import dev.slipway.contract.DataRules.CompositeKey;
import dev.slipway.contract.DataRules.Condition;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.contract.DataRules.Duplicates;
import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.contract.DataRules.Relation;
import dev.slipway.contract.DataRules.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules beyond single cells as YAML: one line each, in the shortest form that says everything. */
final class DataRulesWriter {
    private DataRulesWriter() {}

    static String write(DataRules rules) {
        var out = new StringBuilder();
        if (!rules.unique().isEmpty()) {
            out.append("unique: [%s]\n".formatted(joined(rules.unique(), DataRulesWriter::key)));
        }
        if (rules.duplicates() != Duplicates.ALLOW) {
            out.append("duplicates: %s\n".formatted(rules.duplicates().name().toLowerCase(Locale.ROOT)));
        }
        if (!rules.dependencies().isEmpty()) {
            out.append("dependencies:\n").append(dependencies(rules.dependencies()));
        }
        if (!rules.conditions().isEmpty()) {
            out.append("rules:\n");
            rules.conditions()
                    .forEach(condition ->
                            out.append("  %s: %s\n".formatted(scalar(condition.name()), condition(condition))));
        }
        if (!rules.relations().isEmpty()) {
            out.append("relations:\n");
            rules.relations()
                    .forEach(relation ->
                            out.append("  %s: %s\n".formatted(scalar(relation.name()), relation(relation))));
        }
        rules.distributions().forEach(asked -> out.append("distributions: %s\n".formatted(distributions(asked))));
        if (!rules.rows().isAny()) {
            out.append("rows: %s\n".formatted(size(rules.rows())));
        }
        rules.freshness().forEach(asked -> out.append("freshness: %s\n".formatted(freshness(asked))));
        return out.toString();
    }

    private static <T> String joined(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", "));
    }

    private static String mapping(List<String> parts, Severity severity) {
        var all = new ArrayList<>(parts);
        if (severity != Severity.FAIL) {
            all.add("severity: " + severity.label());
        }
        return "{" + String.join(", ", all) + "}";
    }

    private static String key(CompositeKey key) {
        String columns = list(key.columns(), false);
        return key.severity() == Severity.FAIL ? columns : mapping(List.of("columns: " + columns), key.severity());
    }

    /* One line for each column that others depend on. */
    private static String dependencies(List<Dependency> dependencies) {
        var byColumn = new LinkedHashMap<String, List<Dependency>>();
        dependencies.forEach(dependency -> byColumn.computeIfAbsent(dependency.from(), from -> new ArrayList<>())
                .add(dependency));
        var out = new StringBuilder();
        byColumn.forEach((from, all) -> out.append("  %s: %s\n"
                .formatted(
                        scalar(from),
                        all.size() == 1
                                ? dependency(all.get(0))
                                : "[" + joined(all, DataRulesWriter::dependency) + "]")));
        return out.toString();
    }

    private static String dependency(Dependency dependency) {
        if (dependency.map().isEmpty() && dependency.severity() == Severity.FAIL) {
            return scalar(dependency.to());
        }
        var parts = new ArrayList<>(List.of("to: " + scalar(dependency.to())));
        if (!dependency.map().isEmpty()) {
            parts.add("map: {%s}"
                    .formatted(YamlText.wrapped(dependency.map().entrySet().stream()
                            .map(entry -> scalar(entry.getKey()) + ": " + scalar(entry.getValue()))
                            .toList())));
        }
        return mapping(parts, dependency.severity());
    }

    private static String condition(Condition condition) {
        String sql = scalar(condition.expression().toString());
        if (condition.severity() == Severity.FAIL && condition.description().isEmpty()) {
            return sql;
        }
        var parts = new ArrayList<>(List.of("sql: " + sql));
        if (!condition.description().isEmpty()) {
            parts.add("description: " + scalar(condition.description()));
        }
        return mapping(parts, condition.severity());
    }

    private static String relation(Relation relation) {
        var parts = new ArrayList<String>();
        parts.add("%s: %s"
                .formatted(
                        relation.kind().name().toLowerCase(Locale.ROOT),
                        list(List.of(relation.x(), relation.y()), false)));
        if (relation.between().min() != Double.NEGATIVE_INFINITY) {
            parts.add("min: " + number(relation.between().min()));
        }
        if (relation.between().max() != Double.POSITIVE_INFINITY) {
            parts.add("max: " + number(relation.between().max()));
        }
        return mapping(parts, relation.severity());
    }

    private static String distributions(Distributions asked) {
        var parts = new ArrayList<>(List.of("profile: " + scalar(asked.profile())));
        if (!asked.columns().isEmpty()) {
            parts.add("columns: " + list(asked.columns(), false));
        }
        return mapping(parts, asked.severity());
    }

    private static String size(Size size) {
        var parts = new ArrayList<String>();
        if (size.min() > 0) {
            parts.add("min: " + size.min());
        }
        if (size.max() < Long.MAX_VALUE) {
            parts.add("max: " + size.max());
        }
        return mapping(parts, size.severity());
    }

    private static String freshness(Freshness asked) {
        return mapping(
                List.of("column: " + scalar(asked.column()), "within: " + Durations.text(asked.within())),
                asked.severity());
    }
}
