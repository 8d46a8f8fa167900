package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.List;
import java.util.function.Predicate;

/** The columns a step works on: those that were named, or all that suit it when none was. */
final class Chosen {
    private Chosen() {}

    static List<Column> of(Table table, List<String> named, Predicate<Column> suitable) {
        return named.isEmpty()
                ? table.columns().stream().filter(suitable).toList()
                : named.stream().map(name -> single(table.column(name))).toList();
    }

    private static Column single(Column column) {
        if (column.type() == ColumnType.VECTOR) {
            throw SlipwayException.usage(
                    "TRANSFORM-VECTOR",
                    "the column is a vector, many numbers a row, and the step works on single values",
                    "column '" + column.name() + "'",
                    "put the step before the one that makes the vector in 'features'");
        }
        return column;
    }
}
