package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.List;
import java.util.function.Predicate;

/** The columns a step works on: those that were named, or all that suit it when none was. */
final class Chosen {
    private Chosen() {}

    static List<Column> of(Table table, List<String> named, Predicate<Column> suitable) {
        return named.isEmpty()
                ? table.columns().stream().filter(suitable).toList()
                : named.stream().map(table::column).toList();
    }
}
