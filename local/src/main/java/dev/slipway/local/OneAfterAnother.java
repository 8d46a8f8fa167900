package dev.slipway.local;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.ManySources;
import dev.slipway.source.Source;
import dev.slipway.source.TableReader;
import dev.slipway.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The batches of several sources, one source after the other, with the columns in the order of the first. */
final class OneAfterAnother implements TableReader {
    private final Deque<Source> waiting;
    private TableReader current;
    private List<String> columns = List.of();
    private String first = "";

    OneAfterAnother(ManySources sources) {
        waiting = new ArrayDeque<>(sources.parts());
        current = Readers.open(waiting.remove());
    }

    @Override
    public Optional<Batch> next() {
        var batch = current.next();
        while (batch.isEmpty() && !waiting.isEmpty()) {
            current.close();
            current = Readers.open(waiting.remove());
            batch = current.next();
        }
        return batch.map(this::alike);
    }

    private Batch alike(Batch batch) {
        var table = batch.table();
        if (first.isEmpty()) {
            first = table.origins().source();
            columns = table.names();
        }
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

    @Override
    public void close() {
        current.close();
    }
}
