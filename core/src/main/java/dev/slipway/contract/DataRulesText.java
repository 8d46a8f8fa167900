package dev.slipway.contract;

import dev.slipway.contract.DataRules.CompositeKey;
import dev.slipway.contract.DataRules.Condition;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.contract.DataRules.Duplicates;
import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.contract.DataRules.Relation;
import dev.slipway.contract.DataRules.Size;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Scalar;
import dev.slipway.document.Sequence;
import dev.slipway.expression.Columns;
import dev.slipway.expression.Expression;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.ColumnType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules of a contract beyond single cells, strictly read against its columns. For one document. */
final class DataRulesText {
    static final List<String> KEYS =
            List.of("unique", "duplicates", "dependencies", "rules", "relations", "distributions", "rows", "freshness");

    private static final String BROKEN = ContractText.BROKEN;
    private static final String SEVERITY = "severity";
    private static final List<String> DUPLICATES = Arrays.stream(Duplicates.values())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> KINDS = Arrays.stream(Relation.Kind.values())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Contract contract;

    /** @param contract its columns are known already */
    DataRulesText(Contract contract) {
        this.contract = contract;
    }

    DataRules read(Mapping root) {
        return new DataRules(
                conditions(root),
                root.optionalList("unique").stream().map(this::key).toList(),
                ContractText.word(
                        Duplicates.values(),
                        DUPLICATES,
                        root.optionalOneOf("duplicates", DUPLICATES).orElse("")),
                dependencies(root),
                relations(root),
                root.optionalMapping("distributions").map(this::distributions).stream()
                        .toList(),
                root.optionalMapping("rows").map(DataRulesText::size).orElse(Size.ANY),
                root.optionalMapping("freshness").map(this::freshness).stream().toList());
    }

    // ---- columns

    private Optional<ContractColumn> column(Node node) {
        var name = node.written();
        var found = contract.find(name).filter(ContractColumn::isChecked);
        if (found.isEmpty() && !contract.columns().isEmpty()) {
            var known = contract.checked().map(ContractColumn::name).toList();
            node.problem(
                    BROKEN,
                    contract.find(name).isPresent()
                            ? "column %s is ignored, so nothing can be asked of it".formatted(node.shown())
                            : "there is no column %s%s".formatted(node.shown(), Nearest.hint(name, known)),
                    "name a column of this contract");
        }
        return found;
    }

    private ColumnType type(Node node) {
        return column(node).map(ContractColumn::type).orElse(ColumnType.NUMBER);
    }

    private String name(Node node) {
        return column(node).map(ContractColumn::name).orElse("");
    }

    // ---- keys and dependencies

    private CompositeKey key(Node node) {
        var columns = node instanceof Mapping mapping ? mapping.list("columns") : node.list();
        if (node instanceof Mapping mapping) {
            mapping.allowOnly("columns", SEVERITY);
        }
        if (columns.size() < 2) {
            node.problem(
                    BROKEN,
                    "a key of several columns names at least two",
                    "write [[a, b]]; for one column write unique: true at the column");
        }
        return new CompositeKey(columns.stream().map(this::name).toList(), severity(node));
    }

    private static Severity severity(Node node) {
        return node instanceof Mapping mapping ? ContractText.severity(mapping) : Severity.FAIL;
    }

    private List<Dependency> dependencies(Mapping root) {
        var all = new ArrayList<Dependency>();
        root.optionalMapping("dependencies")
                .ifPresent(named -> named.entries().forEach(entry -> {
                    String from = name(entry.key());
                    var targets =
                            entry.value() instanceof Sequence ? entry.value().list() : List.of(entry.value());
                    targets.forEach(target -> all.add(dependency(from, target)));
                }));
        return all;
    }

    private Dependency dependency(String from, Node node) {
        if (node instanceof Scalar) {
            return new Dependency(from, name(node), new TreeMap<>(), Severity.FAIL);
        }
        var rule = node.mapping();
        rule.allowOnly("to", "map", SEVERITY);
        var map = new TreeMap<String, String>();
        rule.optionalMapping("map")
                .ifPresent(pairs -> pairs.entries()
                        .forEach(pair -> map.put(pair.name(), pair.value().written())));
        return new Dependency(from, rule.require("to").map(this::name).orElse(""), map, severity(rule));
    }

    // ---- conditions

    private List<Condition> conditions(Mapping root) {
        var all = new ArrayList<Condition>();
        root.optionalMapping("rules")
                .ifPresent(named -> named.entries().forEach(entry -> {
                    var node = entry.value();
                    if (node instanceof Mapping rule) {
                        rule.allowOnly("sql", SEVERITY, "description");
                        rule.require("sql")
                                .flatMap(this::expression)
                                .ifPresent(sql -> all.add(new Condition(
                                        entry.name(), sql, ContractText.severity(rule), rule.text("description", ""))));
                    } else {
                        expression(node).ifPresent(sql -> all.add(new Condition(entry.name(), sql, Severity.FAIL, "")));
                    }
                }));
        return all;
    }

    private Optional<Expression> expression(Node node) {
        try {
            var expression = Expression.parse(node.written());
            var types = contract.checked().collect(Collectors.toMap(ContractColumn::name, ContractColumn::type));
            var type = expression.type(Columns.of(types));
            if (type == ColumnType.BOOLEAN) {
                return Optional.of(expression);
            }
            node.problem(
                    BROKEN,
                    "expected a condition, found %s".formatted(type.label()),
                    "compare it with something, for example … > 0");
        } catch (SlipwayException refused) {
            refused.problems()
                    .forEach(problem ->
                            node.problem(problem.code(), problem.what() + " (" + problem.where() + ")", problem.fix()));
        }
        return Optional.empty();
    }

    // ---- relations and distributions

    private List<Relation> relations(Mapping root) {
        var all = new ArrayList<Relation>();
        root.optionalMapping("relations")
                .ifPresent(named -> named.entries()
                        .forEach(entry ->
                                relation(entry.name(), entry.value().mapping()).ifPresent(all::add)));
        return all;
    }

    private Optional<Relation> relation(String name, Mapping rule) {
        rule.allowOnly("correlation", "increasing", "decreasing", "min", "max", SEVERITY);
        var asked = KINDS.stream().filter(kind -> rule.find(kind).isPresent()).toList();
        if (asked.size() != 1) {
            rule.problem(BROKEN, "a relation asks one thing", "write one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        var kind = ContractText.word(Relation.Kind.values(), KINDS, asked.get(0));
        var columns = rule.list(asked.get(0));
        if (columns.size() != 2) {
            rule.problem(BROKEN, "a relation is about two columns", "write %s: [a, b]".formatted(asked.get(0)));
            return Optional.empty();
        }
        numeric(columns.get(1));
        if (kind == Relation.Kind.CORRELATION) {
            numeric(columns.get(0));
        } else {
            ordered(columns.get(0));
        }
        double min = rule.number("min", Double.NEGATIVE_INFINITY);
        double max = rule.number("max", Double.POSITIVE_INFINITY);
        boolean wanted = kind == Relation.Kind.CORRELATION;
        if (wanted == (Double.isInfinite(min) && Double.isInfinite(max)) || !(min <= max)) {
            rule.problem(
                    BROKEN,
                    wanted ? "a correlation needs min, max or both" : "only a correlation has min and max",
                    "write {correlation: [a, b], min: 0.3, max: 0.9}");
            return Optional.empty();
        }
        return Optional.of(new Relation(
                name, kind, name(columns.get(0)), name(columns.get(1)), new Range(min, max), severity(rule)));
    }

    private void numeric(Node node) {
        var type = type(node);
        if (!type.numeric()) {
            node.problem(
                    BROKEN,
                    "column %s is %s, which has no mean".formatted(node.shown(), type.label()),
                    "name a column of numbers");
        }
    }

    private void ordered(Node node) {
        column(node)
                .filter(column -> column.type().textual() && column.set().isEmpty())
                .ifPresent(column -> node.problem(
                        BROKEN,
                        "the words of %s have no order".formatted(node.shown()),
                        "give the column a set in the order that is meant, or name a column of numbers"));
    }

    private Distributions distributions(Mapping rule) {
        rule.allowOnly("profile", "columns", SEVERITY);
        return new Distributions(
                rule.text("profile"),
                rule.optionalList("columns").stream().map(this::name).toList(),
                severity(rule));
    }

    // ---- rows and freshness

    private static Size size(Mapping rule) {
        rule.allowOnly("min", "max", SEVERITY);
        long min = rule.whole("min", 0);
        long max = rule.whole("max", Long.MAX_VALUE);
        if (min < 0 || min > max) {
            rule.problem(BROKEN, "no file has that many rows", "write {min: 1000, max: 2000000}, or one of them");
            return Size.ANY;
        }
        return new Size(min, max, severity(rule));
    }

    private Freshness freshness(Mapping rule) {
        rule.allowOnly("column", "within", SEVERITY);
        var column = rule.require("column");
        column.filter(node -> type(node) != ColumnType.TIMESTAMP)
                .ifPresent(node -> node.problem(
                        BROKEN, "column %s is no timestamp".formatted(node.shown()), "name a column of times"));
        var within = rule.require("within").flatMap(node -> {
            var read = Durations.read(node.written());
            if (read.isEmpty()) {
                node.problem(BROKEN, "%s is no duration".formatted(node.shown()), "write one such as 90s, 12h or 2d");
            }
            return read;
        });
        return new Freshness(column.map(this::name).orElse(""), within.orElse(Duration.ZERO), severity(rule));
    }
}
