package dev.slipway.contract;

import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A contract in YAML, strictly read: everything wrong with it is a problem at its place. */
final class ContractText {
    static final String BROKEN = "CONTRACT-BROKEN";
    private static final List<String> TYPES =
            ColumnType.ofData().stream().map(ColumnType::label).toList();
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::label).toList();
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::label).toList();
    private static final List<String> EXTRAS =
            Arrays.stream(Extra.values()).map(Extra::label).toList();

    private ContractText() {}

    static Contract read(Document yaml) {
        return yaml.read(root -> {
            root.allowOnly(Stream.concat(Stream.of("name", "owner", "extra", "columns"), DataRulesText.KEYS.stream())
                    .toArray(String[]::new));
            var columns = root.mapping("columns");
            if (root.problems().isEmpty() && columns.entries().isEmpty()) {
                columns.problem(BROKEN, "the contract names no column", "name the columns, one line each");
            }
            var contract = new Contract(
                    root.written("name"),
                    root.optionalWritten("owner").orElse(""),
                    root.optionalOneOf("extra", EXTRAS)
                                    .map(Extra.IGNORE.label()::equals)
                                    .orElse(false)
                            ? Extra.IGNORE
                            : Extra.REFUSE,
                    columns.entries().stream()
                            .map(entry -> column(entry.name(), entry.value().mapping()))
                            .toList(),
                    DataRules.NONE);
            return contract.with(new DataRulesText(contract).read(root));
        });
    }

    private static ContractColumn column(String name, Mapping rules) {
        rules.allowOnly(
                "type",
                "required",
                "missing",
                "null_tokens",
                "min",
                "max",
                "set",
                "pattern",
                "length",
                "unique",
                "unit",
                "role",
                "sensitive",
                "severity",
                "owner",
                "description");
        var role = word(Role.values(), ROLES, rules.optionalOneOf("role", ROLES).orElse(Role.FEATURE.label()));
        String typeWord = role == Role.IGNORE
                ? rules.optionalOneOf("type", TYPES).orElse(ColumnType.TEXT.label())
                : rules.oneOf("type", TYPES);
        var type = word(ColumnType.values(), TYPES, typeWord);
        var presence = new ContractColumn.Presence(
                rules.bool("required", true),
                share(rules),
                rules.find("null_tokens").map(ContractText::words).orElse(ContractColumn.EMPTY_IS_NULL));
        var values = new ContractColumn.Values(
                type,
                range(rules, type),
                rules.find("set").map(node -> set(node, type)).orElse(List.of()),
                rules.find("pattern").map(node -> pattern(node, type)).orElse(""),
                rules.find("length").map(node -> length(node, type)).orElse(LengthRange.OPEN));
        var about = new ContractColumn.About(
                role,
                rules.bool("sensitive", false),
                severity(rules),
                rules.optionalWritten("unit").orElse(""),
                rules.optionalWritten("owner").orElse(""),
                rules.text("description", ""));
        return new ContractColumn(name, presence, values, rules.bool("unique", false), about);
    }

    static Severity severity(Mapping rules) {
        return word(
                Severity.values(),
                SEVERITIES,
                rules.optionalOneOf("severity", SEVERITIES).orElse(Severity.FAIL.label()));
    }

    private static String pattern(Node node, ColumnType type) {
        String pattern = node.text();
        onlyTexts(node, type, "pattern");
        WholePattern.fault(pattern)
                .ifPresent(fault ->
                        node.problem(BROKEN, fault, "write a regular expression of RE2: it matches whole values"));
        return pattern;
    }

    private static LengthRange length(Node node, ColumnType type) {
        onlyTexts(node, type, "length");
        var ends = node.mapping();
        ends.allowOnly("min", "max");
        long min = ends.whole("min", 0);
        long max = ends.whole("max", Integer.MAX_VALUE);
        if (min < 0 || min > max || max > Integer.MAX_VALUE) {
            node.problem(BROKEN, "no text has such a length", "write {min: 1, max: 20}, or one of them");
            return LengthRange.OPEN;
        }
        return new LengthRange((int) min, (int) max);
    }

    private static void onlyTexts(Node node, ColumnType type, String rule) {
        if (!type.textual()) {
            node.problem(
                    BROKEN,
                    "a column of type %s has no %s".formatted(type.label(), rule),
                    "remove it, or make the column a text or a category");
        }
    }

    /** The first one for an unknown word, which is a problem already. */
    static <T> T word(T[] values, List<String> labels, String label) {
        return values[Math.max(0, labels.indexOf(label))];
    }

    private static double share(Mapping rules) {
        double share = rules.number("missing", 0);
        if (share >= 0 && share <= 1) {
            return share;
        }
        rules.find("missing")
                .ifPresent(node -> node.problem(
                        BROKEN,
                        "%s is no share of the rows".formatted(node.shown()),
                        "write a number from 0 (no value may be missing) to 1 (all may)"));
        return 0;
    }

    private static Range range(Mapping rules, ColumnType type) {
        double min = rules.find("min").map(node -> bound(node, type)).orElse(Double.NEGATIVE_INFINITY);
        double max = rules.find("max").map(node -> bound(node, type)).orElse(Double.POSITIVE_INFINITY);
        if (min <= max) {
            return new Range(min, max);
        }
        rules.find("min")
                .or(() -> rules.find("max"))
                .ifPresent(node -> node.problem(BROKEN, "min is above max", "exchange min and max, or correct one"));
        return Range.OPEN;
    }

    private static double bound(Node node, ColumnType type) {
        if (type == ColumnType.TIMESTAMP) {
            long micros = TimestampText.micros(node.written());
            if (micros == TimestampText.NONE) {
                node.wanted("an ISO 8601 date or time", "write a moment such as 2024-02-29T12:00:00Z");
            }
            return micros;
        }
        if (type != ColumnType.NUMBER && type != ColumnType.INTEGER) {
            node.problem(
                    BROKEN,
                    "a column of type %s has no min and no max".formatted(type.label()),
                    "remove it, or make the column a number, an integer or a timestamp");
            return 0;
        }
        double value = node.number();
        if (Double.isNaN(value)) {
            node.wanted("a number", "write a number here");
            return 0;
        }
        return value;
    }

    private static List<String> words(Node node) {
        return node.list().stream().map(Node::written).toList();
    }

    private static List<String> set(Node node, ColumnType type) {
        var items = node.list();
        if (items.isEmpty() || type == ColumnType.BOOLEAN || type == ColumnType.TIMESTAMP) {
            node.problem(
                    BROKEN,
                    items.isEmpty() ? "the set is empty" : "a column of type %s has no set".formatted(type.label()),
                    "remove it, or list the allowed values of a category, text, integer or number");
        }
        var allowed = new ArrayList<String>();
        for (var item : items) {
            String word = item.written();
            boolean readable = type.textual()
                    || (type == ColumnType.INTEGER ? NumberText.isInteger(word) : NumberText.isNumber(word));
            if (!readable) {
                item.wanted(type == ColumnType.INTEGER ? "a whole number" : "a number", "correct the value in the set");
            } else if (allowed.contains(word)) {
                item.problem(BROKEN, "the set has %s twice".formatted(item.shown()), "remove one of them");
            } else {
                allowed.add(word);
            }
        }
        return allowed;
    }
}
