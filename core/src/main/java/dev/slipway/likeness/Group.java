package dev.slipway.likeness;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that share something, and that are marked more often than others.
 *
 * @param conditions one, or two that both hold
 * @param rows how many there are
 * @param marked how many of them are marked
 * @param lift how many times more often a row of the group is marked than any row
 * @param low the lower end of the 95 % interval of the lift (Wilson's, of the share of marked rows)
 * @param high the upper end
 * @param chance the probability that dealing the marks blindly puts so many on one of all the groups that were looked at
 */
public record Group(
        List<Condition> conditions, int rows, int marked, double lift, double low, double high, double chance) {
    public Group {
        conditions = List.copyOf(conditions);
    }

    /** What the rows share, as in {@code age > 45 and cabin = 'none'}. */
    public String text() {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(" and "));
    }

    public double share() {
        return (double) marked / rows;
    }
}
