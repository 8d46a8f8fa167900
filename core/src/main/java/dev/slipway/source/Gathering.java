package dev.slipway.source;

import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;

/** A sink in memory: everything written, as one table. */
public final class Gathering implements Sink {
    private final List<Table> parts = new ArrayList<>();
    private boolean finished;

    @Override
    public void write(Table rows) {
        parts.add(rows);
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void close() {
        if (!finished) {
            parts.clear();
        }
    }

    /** What was written before the sink was finished; at least one table was. */
    public Table table() {
        if (!finished || parts.isEmpty()) {
            throw new IllegalStateException("nothing was gathered");
        }
        return Table.concat(parts);
    }
}
