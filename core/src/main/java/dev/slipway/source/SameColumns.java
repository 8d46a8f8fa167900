package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;

/**
 * The columns that several sources are to have in common, in the order in which the first has them.
 *
 * @param first name of the first source
 */
public record SameColumns(String first, List<String> columns) implements Serializable {
    public SameColumns {
        columns = List.copyOf(columns);
    }

    /** Those of this batch, of the first source. */
    public static SameColumns of(Batch first) {
        return new SameColumns(first.table().origins().source(), first.table().names());
    }

    /**
     * The batch with its columns in this order.
     *
     * @throws SlipwayException where it has others
     */
    public Batch alike(Batch batch) {
        var table = batch.table();
        if (table.names().equals(columns)) {
            return batch;
        }
        requireSame(table);
        return new Batch(table.select(columns), batch.unreadable());
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
