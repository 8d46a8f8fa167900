package dev.slipway.contract;

import dev.slipway.contract.Inferred.Remark;
import dev.slipway.document.Document;
import dev.slipway.document.Json;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.problem.Printable;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.table.ColumnType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A contract as YAML: strict to read, and one line for each column to review. */
final class ContractText {
    private static final String BROKEN = "CONTRACT-BROKEN";
    private static final List<String> TYPES =
            Arrays.stream(ColumnType.values()).map(ColumnType::label).toList();
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::label).toList();
    private static final List<String> EXTRAS =
            Arrays.stream(Extra.values()).map(Extra::label).toList();
    /** Words that some YAML reader takes for something else than text. */
    private static final Set<String> NOT_TEXT = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+(?:[-.][A-Za-z0-9_]++)*+");
    private static final double WHOLE = 1e15;
    private static final int WIDE = 110;

    private ContractText() {}

    /** Whole numbers without a point, others in the fewest digits that read back as the same double. */
    static String number(double value) {
        if (value == StrictMath.rint(value) && Math.abs(value) < WHOLE) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        return Double.isNaN(value) ? "NaN" : Json.number(value);
    }

    static Contract read(Document yaml) {
        return yaml.read(root -> {
            root.allowOnly("name", "extra", "columns");
            var columns = root.mapping("columns");
            if (root.problems().isEmpty() && columns.entries().isEmpty()) {
                columns.problem(BROKEN, "the contract names no column", "name the columns, one line each");
            }
            return new Contract(
                    root.written("name"),
                    root.optionalOneOf("extra", EXTRAS)
                                    .map(Extra.IGNORE.label()::equals)
                                    .orElse(false)
                            ? Extra.IGNORE
                            : Extra.REFUSE,
                    columns.entries().stream()
                            .map(entry -> column(entry.name(), entry.value().mapping()))
                            .toList());
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
                "unique",
                "unit",
                "role",
                "description");
        var role = word(Role.values(), ROLES, rules.optionalOneOf("role", ROLES).orElse(Role.FEATURE.label()));
        String typeWord = role == Role.IGNORE
                ? rules.optionalOneOf("type", TYPES).orElse(ColumnType.TEXT.label())
                : rules.oneOf("type", TYPES);
        var type = word(ColumnType.values(), TYPES, typeWord);
        return new ContractColumn(
                name,
                type,
                rules.bool("required", true),
                share(rules),
                rules.find("null_tokens").map(ContractText::words).orElse(ContractColumn.EMPTY_IS_NULL),
                range(rules, type),
                rules.find("set").map(node -> set(node, type)).orElse(List.of()),
                rules.bool("unique", false),
                rules.optionalWritten("unit").orElse(""),
                role,
                rules.text("description", ""));
    }

    /** The first one for an unknown word, which is a problem already. */
    private static <T> T word(T[] values, List<String> labels, String label) {
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

    static String write(Contract contract, List<Remark> remarks) {
        var out = new StringBuilder()
                .append("name: ")
                .append(scalar(contract.name()))
                .append('\n')
                .append("extra: %-8s # columns the contract does not name: refuse | ignore%n"
                        .formatted(contract.extra().label()))
                .append("columns:\n");
        int width = contract.names().stream()
                .mapToInt(name -> scalar(name).length())
                .filter(length -> length <= 30)
                .max()
                .orElse(0);
        for (var column : contract.columns()) {
            remarks.stream()
                    .filter(remark -> remark.column().equals(column.name()))
                    .forEach(remark ->
                            out.append("  # ").append(oneLine(remark.text())).append('\n'));
            String name = scalar(column.name()) + ":";
            out.append("  ")
                    .append(name)
                    .append(" ".repeat(Math.max(0, width + 1 - name.length())))
                    .append(" {")
                    .append(wrapped(parts(column)))
                    .append("}\n");
        }
        return out.toString().replace("\r\n", "\n");
    }

    private static String oneLine(String text) {
        return Printable.of(text).replace("\n", "\\n").replace("\r", "\\r");
    }

    private static List<String> parts(ContractColumn column) {
        var parts = new ArrayList<String>();
        parts.add("type: " + column.type().label());
        if (!column.required()) {
            parts.add("required: false");
        }
        if (column.missing() > 0) {
            parts.add("missing: " + number(column.missing()));
        }
        if (!column.nullTokens().equals(ContractColumn.EMPTY_IS_NULL)) {
            parts.add("null_tokens: " + list(column.nullTokens(), false));
        }
        if (column.range().min() != Double.NEGATIVE_INFINITY) {
            parts.add("min: " + bound(column, column.range().min()));
        }
        if (column.range().max() != Double.POSITIVE_INFINITY) {
            parts.add("max: " + bound(column, column.range().max()));
        }
        if (!column.set().isEmpty()) {
            parts.add("set: " + list(column.set(), column.type().numeric()));
        }
        if (column.unique()) {
            parts.add("unique: true");
        }
        if (!column.unit().isEmpty()) {
            parts.add("unit: " + scalar(column.unit()));
        }
        if (column.role() != Role.FEATURE) {
            parts.add("role: " + column.role().label());
        }
        if (!column.description().isEmpty()) {
            parts.add("description: " + scalar(column.description()));
        }
        return parts;
    }

    private static String bound(ContractColumn column, double value) {
        return column.type() == ColumnType.TIMESTAMP
                ? "\"" + Instant.EPOCH.plus((long) value, ChronoUnit.MICROS) + "\""
                : number(value);
    }

    private static String list(List<String> words, boolean numbers) {
        return "["
                + wrapped(words.stream()
                        .map(word -> numbers ? word : scalar(word))
                        .toList())
                + "]";
    }

    /** Joined by commas; a new line where one gets long. */
    private static String wrapped(List<String> parts) {
        var out = new StringBuilder();
        int line = 0;
        for (String part : parts) {
            if (!out.isEmpty()) {
                boolean full = line + part.length() > WIDE;
                out.append(full ? ",\n      " : ", ");
                line = full ? 0 : line;
            }
            out.append(part);
            line += part.length() + 2;
        }
        return out.toString();
    }

    /** Text as YAML: plain where nobody can misread it, else in double quotes. */
    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return Json.write(text)
                .chars()
                .mapToObj(c -> isHidden(c) ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean isHidden(int c) {
        return (c >= 0x7F && c <= 0x9F)
                || Character.getType(c) == Character.FORMAT
                || c == 0x2028
                || c == 0x2029
                || c >= 0xFFFE;
    }
}
