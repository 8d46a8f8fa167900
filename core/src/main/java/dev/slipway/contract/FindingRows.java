package dev.slipway.contract;

import dev.slipway.source.Batch;
import dev.slipway.source.Sink;
import dev.slipway.source.Unreadable;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Findings as the rows of tables, which is what an engine carries, and back. For one thread. */
final class FindingRows implements Sink {
    private static final String UNREADABLE = "UNREADABLE";

    /** One finding or one unreadable record in single values. */
    private record Item(
            String rule,
            String severity,
            String source,
            long record,
            long line,
            String column,
            String name,
            String value,
            String note,
            String expected) {
        static Item of(Finding finding) {
            return new Item(
                    finding.rule().name(),
                    finding.severity().name(),
                    finding.source(),
                    finding.record(),
                    finding.line(),
                    finding.column().name(),
                    finding.name(),
                    finding.value(),
                    finding.note(),
                    finding.expected());
        }

        static Item of(Unreadable lost) {
            return new Item(UNREADABLE, "", lost.source(), lost.record(), lost.line(), "", "", "", lost.reason(), "");
        }
    }

    private final Contract contract;
    private final Consumer<Finding> findings;
    private final Consumer<Unreadable> unreadable;

    FindingRows(Contract contract, Consumer<Finding> findings, Consumer<Unreadable> unreadable) {
        this.contract = contract;
        this.findings = findings;
        this.unreadable = unreadable;
    }

    /** What is wrong with the rows of a batch, in their order. */
    static Table of(RowCheck check, Batch batch) {
        var items = new ArrayList<Item>();
        check.examine(batch.table()).findings().stream()
                .filter(finding -> finding.record() > 0)
                .forEach(finding -> items.add(Item.of(finding)));
        batch.unreadable().forEach(lost -> items.add(Item.of(lost)));
        boolean oneSource = items.stream().map(Item::source).distinct().limit(2).count() <= 1;
        if (oneSource && !batch.unreadable().isEmpty()) {
            items.sort(Comparator.comparingLong(Item::record));
        }
        return Table.of(
                List.of(
                        texts("rule", items, Item::rule),
                        texts("severity", items, Item::severity),
                        texts("source", items, Item::source),
                        numbers("record", items, Item::record),
                        numbers("line", items, Item::line),
                        texts("column", items, Item::column),
                        texts("name", items, Item::name),
                        texts("value", items, Item::value),
                        texts("note", items, Item::note),
                        texts("expected", items, Item::expected)),
                Origins.from("findings", 1, items.size()));
    }

    private static TextColumn texts(String name, List<Item> items, Function<Item, String> part) {
        return TextColumn.of(name, items.stream().map(part).toArray(String[]::new));
    }

    private static IntegerColumn numbers(String name, List<Item> items, ToLongFunction<Item> part) {
        return IntegerColumn.of(name, items.stream().mapToLong(part).toArray());
    }

    @Override
    public void write(Table rows) {
        for (int row = 0; row < rows.rows(); row++) {
            var at = new Finding.Row(text(rows, "source", row), number(rows, "record", row), number(rows, "line", row));
            String rule = text(rows, "rule", row);
            if (rule.equals(UNREADABLE)) {
                unreadable.accept(new Unreadable(at.source(), at.record(), at.line(), text(rows, "note", row)));
            } else {
                findings.accept(finding(rows, row, at, Rule.valueOf(rule)));
            }
        }
    }

    private Finding finding(Table rows, int row, Finding.Row at, Rule rule) {
        String column = text(rows, "column", row);
        return new Finding(
                rule,
                Severity.valueOf(text(rows, "severity", row)),
                at,
                contract.find(column).orElseGet(() -> ContractColumn.of(column, ColumnType.TEXT)),
                text(rows, "name", row),
                text(rows, "value", row),
                text(rows, "note", row),
                text(rows, "expected", row));
    }

    private static String text(Table rows, String column, int row) {
        return rows.column(column).text(row);
    }

    private static long number(Table rows, String column, int row) {
        return ((IntegerColumn) rows.column(column)).at(row);
    }

    @Override
    public void finish() {
        // Every finding was handed on when it came.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
