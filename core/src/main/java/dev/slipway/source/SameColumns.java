package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;

/**
 * The columns that several sources are to have in common, in the order in which the first has them.
 *
 * @param first name of the first source
 * @param types of the columns, in their order
 */
public record SameColumns(String first, List<String> columns, List<ColumnType> types) implements Serializable {
    public SameColumns {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    /** Those of this batch, of the first source. */
    public static SameColumns of(Batch first) {
        var table = first.table();
        return new SameColumns(table.origins().source(), table.names(), types(table));
    }

    /**
     * The batch with its columns in this order.
     *
     * @throws SlipwayException where it has others
     */
    public Batch alike(Batch batch) {
        var table = batch.table();
        if (!table.names().equals(columns)) {
            requireSame(table);
            table = table.select(columns);
        }
        if (!types(table).equals(types)) {
            throw otherTypes(table);
        }
        return new Batch(table, batch.unreadable());
    }

    private static List<ColumnType> types(Table table) {
        return table.columns().stream().map(Column::type).toList();
    }

    private SlipwayException otherTypes(Table table) {
        var found = types(table);
        int at = 0;
        while (found.get(at) == types.get(at)) {
            at++;
        }
        return SlipwayException.refused(
                "SOURCE-COLUMNS",
                "column '%s' is %s here and %s in '%s'"
                        .formatted(
                                columns.get(at),
                                found.get(at).label(),
                                types.get(at).label(),
                                first),
                table.origins().source(),
                "write all files with the same types");
    }

    private void requireSame(Table table) {
        var missing =
                columns.stream().filter(name -> table.find(name).isEmpty()).toList();
        var extra =
                table.names().stream().filter(name -> !columns.contains(name)).toList();
        if (!missing.isEmpty() || !extra.isEmpty()) {
            throw SlipwayException.refused(
                    "SOURCE-COLUMNS",
                    "the columns are not those of '%s': %s".formatted(first, difference(missing, extra)),
                    table.origins().source(),
                    "bring all files to the same columns; a parser in slipway.yaml can do that for each");
        }
    }

    private static String difference(List<String> missing, List<String> extra) {
        var without = missing.isEmpty() ? "" : String.join(", ", missing) + " missing";
        var besides = extra.isEmpty() ? "" : String.join(", ", extra) + " besides";
        return without + (without.isEmpty() || besides.isEmpty() ? "" : ", ") + besides;
    }
}
