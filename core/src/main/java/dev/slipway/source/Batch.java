package dev.slipway.source;

import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;

/** The next rows of a source in source order, and the records among them that could not be read. */
public record Batch(Table table, List<Unreadable> unreadable) implements Serializable {
    public Batch {
        unreadable = List.copyOf(unreadable);
    }

    public static Batch of(Table table) {
        return new Batch(table, List.of());
    }
}
