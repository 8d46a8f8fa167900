package dev.slipway.explain;

import dev.slipway.likeness.Group;
import java.util.List;

/**
 * Where a model is most wrong.
 *
 * @param rows that were judged
 * @param worst how many of them count as the worst
 * @param least the least loss of a worst row
 * @param share how much of the loss of all rows the worst rows carry, 0 to 1
 * @param first the worst rows themselves, the very worst first
 * @param groups what the worst rows have in common
 */
public record ErrorGroups(int rows, int worst, double least, double share, List<BadAnswer> first, List<Group> groups) {
    public ErrorGroups {
        first = List.copyOf(first);
        groups = List.copyOf(groups);
    }

    /**
     * One of the worst rows.
     *
     * @param row among the judged, from 0
     * @param truth the class, or the number
     * @param answer the probability given to the true class, or the number
     * @param loss minus the logarithm of that probability, or the squared error
     */
    public record BadAnswer(int row, String truth, double answer, double loss) {}
}
