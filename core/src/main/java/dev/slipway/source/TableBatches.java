package dev.slipway.source;

import dev.slipway.table.Table;
import java.util.Optional;

/** A table that is in memory, in batches of the usual size. For one thread. */
public final class TableBatches implements TableReader {
    private final Table table;
    private int from;
    private boolean begun;

    public TableBatches(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Batch> next() {
        if (begun && from == table.rows()) {
            return Optional.empty();
        }
        begun = true;
        int to = Math.min(table.rows(), from + ROWS);
        var rows = table.slice(from, to);
        from = to;
        return Optional.of(Batch.of(rows));
    }

    @Override
    public void close() {
        from = table.rows();
    }
}
