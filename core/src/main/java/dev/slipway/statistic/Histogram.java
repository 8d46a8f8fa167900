package dev.slipway.statistic;

import java.io.Serializable;
import java.util.List;

/**
 * How many values lie in each of several neighbouring intervals. An interval holds its lower edge and not its upper one; the
 * last holds both.
 *
 * @param edges one more than there are intervals, ascending; empty where there are no values
 * @param exact whether the counts are; if not, values near an edge may be counted on its other side
 */
public record Histogram(List<Double> edges, List<Long> counts, boolean exact) implements Serializable {
    static final Histogram NONE = new Histogram(List.of(), List.of(), true);

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }
}
