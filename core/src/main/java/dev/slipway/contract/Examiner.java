package dev.slipway.contract;

import dev.slipway.problem.Nearest;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A contract made ready to look at tables. Immutable, for any number of threads. */
final class Examiner {
    private final Contract contract;
    private final List<ColumnRules> rules;

    Examiner(Contract contract) {
        this.contract = contract;
        rules = contract.checked().map(ColumnRules::new).toList();
    }

    Examined examine(Table raw) {
        var faults = new Faults();
        var columns = new ArrayList<Column>();
        var nulls = new ArrayList<Integer>();
        for (var rule : rules) {
            var cells = Cells.of(rule, faults, raw.rows());
            raw.find(rule.column().name())
                    .ifPresentOrElse(
                            column -> read(column, cells),
                            () -> Stream.generate(() -> cells).limit(raw.rows()).forEach(Cells::addAbsent));
            columns.add(cells.column());
            nulls.add(cells.nulls());
        }
        var findings = new ArrayList<>(aboutColumns(raw));
        findings.addAll(faults.findings(raw.origins()));
        return new Examined(Table.of(columns, raw.origins()), findings, faults.bad(), nulls);
    }

    private static void read(Column column, Cells cells) {
        if (column instanceof TextColumn texts && texts.missing().count() == 0) {
            for (int row = 0; row < texts.size(); row++) {
                cells.add(texts.at(row));
            }
            return;
        }
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                cells.addNull();
            } else {
                cells.add(text(column, row));
            }
        }
    }

    /* A number column of a typed file may stand for a column of whole numbers: 22.0 means 22 there. */
    private static String text(Column column, int row) {
        if (column instanceof NumberColumn numbers) {
            return ContractText.number(numbers.at(row));
        }
        return column.text(row);
    }

    private List<Finding> aboutColumns(Table raw) {
        var missing = contract.columns().stream()
                .filter(column -> column.required() && raw.find(column.name()).isEmpty())
                .map(column -> about(raw, column, "is missing" + Nearest.hint(column.name(), unknown(raw))));
        var extra = contract.extra() == Extra.IGNORE
                ? Stream.<Finding>empty()
                : unknown(raw).stream()
                        .map(name -> about(
                                raw,
                                ContractColumn.of(name, ColumnType.TEXT),
                                "is not in the contract" + Nearest.hint(name, contract.names())));
        return Stream.concat(missing, extra).toList();
    }

    private List<String> unknown(Table raw) {
        return raw.names().stream()
                .filter(name -> contract.find(name).isEmpty())
                .toList();
    }

    private static Finding about(Table raw, ContractColumn column, String note) {
        return new Finding(Rule.COLUMN, raw.origins().source(), 0, 0, column, "", note);
    }
}
