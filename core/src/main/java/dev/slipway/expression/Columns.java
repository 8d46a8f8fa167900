package dev.slipway.expression;

import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression needs to know of columns before it sees a row: their names and types. */
public interface Columns {
    List<String> names();

    Optional<ColumnType> type(String name);

    static Columns of(Table table) {
        return new Columns() {
            @Override
            public List<String> names() {
                return table.names();
            }

            @Override
            public Optional<ColumnType> type(String name) {
                return table.find(name).map(Column::type);
            }
        };
    }

    static Columns of(Map<String, ColumnType> types) {
        return new Columns() {
            @Override
            public List<String> names() {
                return types.keySet().stream().sorted().toList();
            }

            @Override
            public Optional<ColumnType> type(String name) {
                return Optional.ofNullable(types.get(name));
            }
        };
    }
}
