package dev.slipway.explain;

import java.util.List;

/**
 * What was added to a margin.
 *
 * @param columns the columns of the data it came from: one, or several where a step made one column of them
 */
public record Contribution(List<String> columns, double amount) {
    public Contribution {
        columns = List.copyOf(columns);
    }

    /** The columns as people read them. */
    public String name() {
        return String.join(" and ", columns);
    }
}
