package dev.slipway.spark;

import dev.slipway.source.Batch;
import dev.slipway.source.TableReader;
import dev.slipway.table.Table;
import java.util.Optional;

/** A table that is in memory, in batches of the usual size. For one thread. */
final class OneTable implements TableReader {
    private final Table table;
    private int from;
    private boolean begun;

    OneTable(Table table) {
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
