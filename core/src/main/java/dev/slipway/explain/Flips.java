package dev.slipway.explain;

import dev.slipway.likeness.Group;
import dev.slipway.likeness.SharedConditions;
import dev.slipway.model.Predictions;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Table;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that one model answers otherwise than another. Of classes the answer is another one; a number moved by more than a
 * quarter of the deviation of all answers of the first model.
 *
 * @param rows that both were asked about
 * @param flipped how many are answered otherwise
 * @param first the rows whose answer moved furthest
 * @param groups what the flipped rows have in common
 */
public record Flips(int rows, int flipped, List<Flip> first, List<Group> groups) {
    private static final int SHOWN = 10;
    private static final double QUARTER = 0.25;

    public Flips {
        first = List.copyOf(first);
        groups = List.copyOf(groups);
    }

    /**
     * One row that flipped.
     *
     * @param row among those asked about, from 0
     * @param before the class, or the number, by the first model
     * @param after by the second
     * @param moved how far the probability of the class answered before fell, or the number moved
     */
    public record Flip(int row, String before, String after, double moved) {}

    /**
     * @param table the rows as people know them
     * @param labels the classes of both models; empty where numbers are answered
     */
    public static Flips of(Table table, List<String> labels, Predictions before, Predictions after) {
        var flipped = new BitSet(before.rows());
        double least = labels.isEmpty() ? QUARTER * Moments.of(before.numbers()).deviation() : 0;
        IntStream.range(0, before.rows())
                .filter(row -> labels.isEmpty()
                        ? Math.abs(after.number(row) - before.number(row)) > least
                        : before.label(row) != after.label(row))
                .forEach(flipped::set);
        var first = flipped.stream()
                .mapToObj(row -> flip(row, labels, before, after))
                .sorted(Comparator.comparingDouble((Flip flip) -> -Math.abs(flip.moved()))
                        .thenComparing(Flip::row))
                .limit(SHOWN)
                .toList();
        var groups = SharedConditions.defaults(before.rows()).of(table, flipped);
        return new Flips(before.rows(), flipped.cardinality(), first, groups);
    }

    private static Flip flip(int row, List<String> labels, Predictions before, Predictions after) {
        if (labels.isEmpty()) {
            double one = before.number(row);
            double other = after.number(row);
            return new Flip(row, Double.toString(one), Double.toString(other), other - one);
        }
        int answered = before.label(row);
        return new Flip(
                row,
                labels.get(answered),
                labels.get(after.label(row)),
                before.probability(row, answered) - after.probability(row, answered));
    }
}
