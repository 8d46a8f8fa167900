package dev.slipway.proof;

import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of text as they would stand in a file; an empty cell has no value. Immutable. */
record Sheet(List<String> names, List<List<Optional<String>>> rows) {
    /** What messages call it. */
    static final String NAME = "planted";

    Sheet {
        names = List.copyOf(names);
        rows = rows.stream().map(List::copyOf).toList();
    }

    int size() {
        return rows.size();
    }

    Optional<String> at(int row, String column) {
        return rows.get(row).get(names.indexOf(column));
    }

    /** With another value in one cell. */
    Sheet with(int row, String column, Optional<String> value) {
        var changed = new ArrayList<>(rows);
        var cells = new ArrayList<>(rows.get(row));
        cells.set(names.indexOf(column), value);
        changed.set(row, cells);
        return new Sheet(names, changed);
    }

    Sheet plus(List<Optional<String>> row) {
        var more = new ArrayList<>(rows);
        more.add(row);
        return new Sheet(names, more);
    }

    /** These rows, in this order; a row may come more than once. */
    Sheet only(List<Integer> chosen) {
        return new Sheet(names, chosen.stream().map(rows::get).toList());
    }

    /** With one more column, whose cells are all the same. */
    Sheet plusColumn(String name, String value) {
        var more = new ArrayList<>(names);
        more.add(name);
        return new Sheet(
                more,
                rows.stream()
                        .map(row -> {
                            var cells = new ArrayList<>(row);
                            cells.add(Optional.of(value));
                            return (List<Optional<String>>) cells;
                        })
                        .toList());
    }

    Sheet withoutColumn(String name) {
        int place = names.indexOf(name);
        var fewer = new ArrayList<>(names);
        fewer.remove(place);
        return new Sheet(
                fewer,
                rows.stream()
                        .map(row -> {
                            var cells = new ArrayList<>(row);
                            cells.remove(place);
                            return (List<Optional<String>>) cells;
                        })
                        .toList());
    }

    Table table() {
        var columns = IntStream.range(0, names.size()).mapToObj(this::column).toList();
        return Table.of(columns, Origins.from(NAME, 1, rows.size()));
    }

    private Column column(int place) {
        return TextColumn.of(
                names.get(place),
                Missing.where(rows.size(), row -> rows.get(row).get(place).isEmpty()),
                rows.stream().map(row -> row.get(place).orElse("")).toArray(String[]::new));
    }
}
