package dev.slipway.contract;

import dev.slipway.contract.DataRules.Duplicates;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A rule that no two rows are the same in some columns.
 *
 * @param column of a rule about one column; else one without a name
 * @param name of a rule about several; else empty
 * @param columns whose values together come once
 */
record RowKey(Rule rule, Severity severity, ContractColumn column, String name, List<String> columns)
        implements Serializable {
    RowKey {
        columns = List.copyOf(columns);
    }

    /** Every such rule of the contract, in its order. */
    static List<RowKey> of(Contract contract) {
        var keys = new ArrayList<RowKey>();
        contract.checked()
                .filter(ContractColumn::unique)
                .forEach(column ->
                        keys.add(new RowKey(Rule.UNIQUE, column.severity(), column, "", List.of(column.name()))));
        contract.rules()
                .unique()
                .forEach(key -> keys.add(
                        new RowKey(Rule.UNIQUE, key.severity(), Finding.NO_COLUMN, key.name(), key.columns())));
        var duplicates = contract.rules().duplicates();
        if (duplicates != Duplicates.ALLOW) {
            var severity = duplicates == Duplicates.WARN ? Severity.WARN : Severity.FAIL;
            keys.add(new RowKey(Rule.DUPLICATE, severity, Finding.NO_COLUMN, "", contract.names()));
        }
        return keys;
    }

    /** The columns to look at; empty where one of them is not there. A whole row is looked at as it was written. */
    Optional<List<Column>> of(Table raw, Table typed) {
        var table = rule == Rule.DUPLICATE ? raw : typed;
        var found = columns.stream().flatMap(name -> table.find(name).stream()).toList();
        boolean enough = rule == Rule.DUPLICATE ? !found.isEmpty() : found.size() == columns.size();
        return enough ? Optional.of(found) : Optional.empty();
    }

    /** Whether the row takes part: one that lacks a value of a key cannot be told from others; a whole row can. */
    boolean holds(List<Column> found, int row) {
        return rule == Rule.DUPLICATE || found.stream().noneMatch(column -> column.isMissing(row));
    }

    /** The values as one text: two rows have the same if and only if their values are the same. */
    static String text(List<Column> found, int row) {
        if (found.size() == 1) {
            return found.get(0).text(row);
        }
        var text = new StringBuilder();
        for (var column : found) {
            if (column.isMissing(row)) {
                text.append("-;");
            } else {
                String value = column.text(row);
                text.append(value.length()).append(':').append(value);
            }
        }
        return text.toString();
    }

    /** The values for people. */
    static String shown(List<Column> found, int row) {
        return found.stream()
                .map(column -> column.isMissing(row) ? "" : column.text(row))
                .collect(Collectors.joining(", "));
    }
}
