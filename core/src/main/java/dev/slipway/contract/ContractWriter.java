package dev.slipway.contract;

import static dev.slipway.contract.YamlText.list;
import static dev.slipway.contract.YamlText.number;
import static dev.slipway.contract.YamlText.oneLine;
import static dev.slipway.contract.YamlText.scalar;
import static dev.slipway.contract.YamlText.wrapped;

import dev.slipway.contract.Inferred.Remark;
import dev.slipway.table.ColumnType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A contract as YAML to review: one line for each column and each rule. */
final class ContractWriter {
    private ContractWriter() {}

    static String write(Contract contract, List<Remark> remarks) {
        var out = new StringBuilder()
                .append("name: ")
                .append(scalar(contract.name()))
                .append('\n')
                .append(contract.owner().isEmpty() ? "" : "owner: " + scalar(contract.owner()) + "\n")
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
        out.append(DataRulesWriter.write(contract.rules()));
        return out.toString().replace("\r\n", "\n");
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
        if (!column.pattern().isEmpty()) {
            parts.add("pattern: " + quoted(column.pattern()));
        }
        if (!column.length().isOpen()) {
            parts.add("length: " + length(column.length()));
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
        if (column.about().sensitive()) {
            parts.add("sensitive: true");
        }
        if (column.severity() != Severity.FAIL) {
            parts.add("severity: " + column.severity().label());
        }
        if (!column.owner().isEmpty()) {
            parts.add("owner: " + scalar(column.owner()));
        }
        if (!column.description().isEmpty()) {
            parts.add("description: " + scalar(column.description()));
        }
        return parts;
    }

    /* In single quotes a backslash is a backslash, so people read the pattern as it works. */
    private static String quoted(String pattern) {
        boolean plain = pattern.chars().allMatch(c -> c >= ' ' && !YamlText.isHidden(c));
        return plain ? "'" + pattern.replace("'", "''") + "'" : YamlText.doubleQuoted(pattern);
    }

    private static String length(LengthRange length) {
        if (length.min() == 0) {
            return "{max: %d}".formatted(length.max());
        }
        return length.max() == Integer.MAX_VALUE
                ? "{min: %d}".formatted(length.min())
                : "{min: %d, max: %d}".formatted(length.min(), length.max());
    }

    private static String bound(ContractColumn column, double value) {
        return column.type() == ColumnType.TIMESTAMP
                ? "\"" + Instant.EPOCH.plus((long) value, ChronoUnit.MICROS) + "\""
                : number(value);
    }
}
