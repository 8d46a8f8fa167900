package dev.slipway.association;

import java.util.List;

/**
 * Rows that are the same, or the same but for one column.
 *
 * @param but the one column in which they differ; none where they are the same
 * @param rows that an earlier row is the same as
 * @param groups the first of them, each from its first row on
 */
public record Repeated(List<String> but, long rows, List<List<SampledRow>> groups) {
    public Repeated {
        but = List.copyOf(but);
        groups = groups.stream().map(List::copyOf).toList();
    }
}
