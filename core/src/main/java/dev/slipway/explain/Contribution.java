package dev.slipway.explain;

import dev.slipway.shapley.Shares.Share;
import java.util.Comparator;
import java.util.List;

/**
 * What was added to a margin by a column of the data, or by several that a step made one column of.
 *
 * @param columns of the data, one or more, in the order of their names
 * @param amount added, or taken off where below zero
 * @param parts what it is the sum of: the numbers the model read, the largest first
 */
public record Contribution(List<String> columns, double amount, List<Share> parts) {
    private static final Comparator<Share> LARGEST =
            Comparator.comparingDouble((Share each) -> -Math.abs(each.amount())).thenComparing(Share::feature);

    public Contribution {
        columns = List.copyOf(columns);
        parts = parts.stream().sorted(LARGEST).toList();
    }

    Contribution(List<String> columns, List<Share> parts) {
        this(columns, parts.stream().mapToDouble(Share::amount).sum(), parts);
    }

    /** The columns as people read them. */
    public String name() {
        return String.join(" and ", columns);
    }
}
