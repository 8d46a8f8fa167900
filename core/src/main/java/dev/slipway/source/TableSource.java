package dev.slipway.source;

import dev.slipway.table.Table;

/** A table that is in memory already. */
public record TableSource(Table table) implements Source {
    @Override
    public String name() {
        return table.origins().source();
    }
}
