package dev.slipway.contract;

import dev.slipway.problem.Nearest;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A contract made ready to look at tables. Immutable, for any number of threads. */
final class Examiner {
    private final Contract contract;
    private final List<ColumnRules> rules;
    private final RowRules rowRules;
    private final Verdicts verdicts;

    Examiner(Contract contract) {
        this(contract, Verdicts.NONE);
    }

    /** @param verdicts what is known of single rows already */
    Examiner(Contract contract, Verdicts verdicts) {
        this.verdicts = verdicts;
        this.contract = contract;
        rules = contract.checked().map(ColumnRules::new).toList();
        rowRules = new RowRules(contract);
    }

    Examined examine(Table raw) {
        var faults = new Faults();
        var columns = new ArrayList<Column>();
        var nulls = new ArrayList<Integer>();
        for (var rule : rules) {
            var cells = raw.find(rule.column().name())
                    .map(column -> raw.origins().anyMisread()
                            ? examineMisread(column, rule, faults, raw.origins())
                            : examine(column, rule, faults))
                    .orElseGet(() -> absent(rule, faults, raw.rows()));
            columns.add(cells.column);
            nulls.add(cells.nulls);
        }
        var typed = Table.of(columns, raw.origins().withoutMisread());
        rowRules.examine(typed, faults);
        verdicts.examine(contract, raw, typed, faults);
        var findings = new ArrayList<>(aboutColumns(raw));
        if (findings.stream().anyMatch(Finding::fails)) {
            faults.addAll(raw.rows());
        }
        findings.addAll(faults.findings(raw.origins()));
        return new Examined(typed, findings, faults.bad(), nulls);
    }

    /** A column as the contract wants it, and how many of its cells hold no value. */
    private record Typed(Column column, int nulls) {
        private Typed(Cells cells) {
            this(cells.column(), cells.nulls());
        }
    }

    private static Typed absent(ColumnRules rule, Faults faults, int rows) {
        var cells = Cells.of(rule, faults, rows);
        for (int row = 0; row < rows; row++) {
            cells.addAbsent();
        }
        return new Typed(cells);
    }

    private static Typed examine(Column column, ColumnRules rule, Faults faults) {
        if (column instanceof TextColumn texts && texts.isCoded()) {
            return byWord(texts, rule, faults);
        }
        var cells = Cells.of(rule, faults, column.size());
        for (int row = 0; row < column.size(); row++) {
            add(column, row, cells);
        }
        return new Typed(cells);
    }

    private static void add(Column column, int row, Cells cells) {
        if (column.isMissing(row)) {
            cells.addNull();
        } else {
            cells.add(RowRules.text(column, row));
        }
    }

    /* A cell that the parser could not read is broken whatever its text looks like: 1.50 may have meant 150. */
    private static Typed examineMisread(Column column, ColumnRules rule, Faults faults, Origins origins) {
        var cells = Cells.of(rule, faults, column.size());
        for (int row = 0; row < column.size(); row++) {
            var misread = origins.misread(row).stream()
                    .filter(cell -> cell.column().equals(column.name()))
                    .findFirst();
            if (misread.isPresent()) {
                cells.addBroken(Rule.PARSE, misread.get().value(), misread.get().reason());
            } else {
                add(column, row, cells);
            }
        }
        return new Typed(cells);
    }

    /* What is said of a word is said of each row that has it: every distinct word is read and judged once. */
    private static Typed byWord(TextColumn texts, ColumnRules rule, Faults faults) {
        var faultsOfWords = new Faults();
        var words = Cells.of(rule, faultsOfWords, texts.dictionary().size());
        texts.dictionary().forEach(words::add);
        int[] codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = texts.code(row);
        }
        faults.addEach(faultsOfWords, codes);
        return new Typed(words.column().rows(codes), words.nulls() == 0 ? 0 : nulls(texts, rule, codes));
    }

    private static int nulls(TextColumn texts, ColumnRules rule, int... codes) {
        boolean[] isNull = new boolean[texts.dictionary().size()];
        for (int word = 0; word < isNull.length; word++) {
            isNull[word] = rule.isNull(texts.dictionary().get(word));
        }
        int nulls = 0;
        for (int code : codes) {
            nulls += isNull[code] ? 1 : 0;
        }
        return nulls;
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
        return Finding.of(Rule.COLUMN, Finding.Row.none(raw.origins().source()), column, "", note);
    }
}
