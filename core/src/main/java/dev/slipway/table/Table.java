package dev.slipway.table;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of named, typed columns, each row knowing where it came from. Immutable and safe to share between threads. A
 * request for one prediction is a table of one row. Two tables are equal if their columns are, wherever the rows came from.
 */
public final class Table implements Serializable {
    private final List<Column> columns;
    private final Map<String, Integer> positions;
    private final Origins origins;

    /** @param positions of the columns, by name: never changed, so tables with the same names share them */
    private Table(List<Column> columns, Map<String, Integer> positions, Origins origins) {
        this.columns = columns;
        this.positions = positions;
        this.origins = origins;
        for (var column : columns) {
            if (column.size() != origins.size()) {
                throw new IllegalArgumentException("column '%s' has %d rows, the table %d"
                        .formatted(column.name(), column.size(), origins.size()));
            }
        }
    }

    /** Columns of one length and distinct names, and the origin of each row. */
    public static Table of(List<? extends Column> columns, Origins origins) {
        return new Table(List.copyOf(columns), positions(columns), origins);
    }

    /** A table made in memory: its rows count from 1 in a source called "table". At least one column. */
    public static Table of(Column... columns) {
        return of(List.of(columns), Origins.from("table", 1, columns[0].size()));
    }

    private static Map<String, Integer> positions(List<? extends Column> columns) {
        var positions = new HashMap<String, Integer>(columns.size() * 2);
        for (var column : columns) {
            if (positions.put(column.name(), positions.size()) != null) {
                throw new IllegalArgumentException("two columns are called '" + column.name() + "'");
            }
        }
        return positions;
    }

    public int rows() {
        return origins.size();
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    public Origins origins() {
        return origins;
    }

    public Optional<Column> find(String name) {
        var position = positions.get(name);
        return position == null ? Optional.empty() : Optional.of(columns.get(position));
    }

    /** @throws SlipwayException naming the nearest column where there is none of that name */
    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> SlipwayException.usage(
                        "TABLE-NO-COLUMN",
                        "there is no column '%s'%s".formatted(name, Nearest.hint(name, names())),
                        origins.source(),
                        "use one of: " + String.join(", ", names())));
    }

    /** This table with the column in the place of the one of its name, or behind the others. */
    public Table with(Column column) {
        return with(List.of(column));
    }

    /** This table with each column in the place of the one of its name, or behind the others. */
    public Table with(List<? extends Column> changed) {
        var all = new ArrayList<>(columns);
        for (var column : changed) {
            var position = positions.get(column.name());
            if (position == null) {
                all.add(column);
            } else {
                all.set(position, column);
            }
        }
        return all.size() == columns.size() ? like(all, origins) : of(all, origins);
    }

    /** Other columns with the names of these. */
    private Table like(List<Column> others, Origins whence) {
        return new Table(List.copyOf(others), positions, whence);
    }

    /** The columns of these names, in this order. */
    public Table select(List<String> names) {
        return of(names.stream().map(this::column).toList(), origins);
    }

    /** The columns of all other names; names that are not there change nothing. */
    public Table without(Collection<String> names) {
        return of(
                columns.stream()
                        .filter(column -> !names.contains(column.name()))
                        .toList(),
                origins);
    }

    /** These rows, in this order. */
    public Table rows(int... rows) {
        return like(columns.stream().map(column -> column.rows(rows)).toList(), origins.rows(rows));
    }

    /** The rows from (inclusive) to (exclusive). */
    public Table slice(int from, int to) {
        return like(columns.stream().map(column -> column.slice(from, to)).toList(), origins.slice(from, to));
    }

    /** Tables of the same columns laid end to end, in the order of the first's columns; at least one. */
    public static Table concat(List<Table> parts) {
        var first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        for (var part : parts) {
            if (part.columns.size() != first.columns.size()) {
                throw new IllegalArgumentException(
                        "the parts have different columns: %s and %s".formatted(first.names(), part.names()));
            }
        }
        var columns = first.columns.stream()
                .map(column -> Column.concat(
                        parts.stream().map(part -> part.column(column.name())).toList()))
                .toList();
        return first.like(
                columns, Origins.concat(parts.stream().map(Table::origins).toList()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "%d rows of %s".formatted(rows(), columns);
    }
}
