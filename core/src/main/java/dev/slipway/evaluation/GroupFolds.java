package dev.slipway.evaluation;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Folds that keep groups together. The largest groups are dealt first, each where it brings the classes nearest to their even
 * share; groups of one size come in an order that the seed decides.
 */
final class GroupFolds {
    private final int[] classOfRow;
    private final double[] members;
    private final double[][] dealt;

    private GroupFolds(int count, int... classOfRow) {
        this.classOfRow = classOfRow;
        members = new double[1 + IntStream.of(classOfRow).max().orElse(0)];
        IntStream.of(classOfRow).forEach(label -> members[label]++);
        dealt = new double[count][members.length];
    }

    /** @param classOfRow numbers from 0; all the same where there are no classes to keep even */
    static Folds of(Column column, int[] classOfRow, int count, long seed) {
        WholeColumn.require(column, "group");
        var groups = groups(column);
        if (count < 2 || groups.size() < count) {
            throw SlipwayException.refused(
                    "EVALUATION-GROUPS-FEW",
                    "%d folds need at least %d groups, there %s %d"
                            .formatted(count, Math.max(2, count), groups.size() == 1 ? "is" : "are", groups.size()),
                    "column '" + column.name() + "'",
                    "set 'folds' under data.split between 2 and the number of groups, or name another column");
        }
        var random = new SplittableRandom(seed);
        // A random place for each group first: sorting by size keeps it among groups of one size.
        var placed = groups.stream()
                .map(rows -> new Placed(random.nextLong(), rows))
                .sorted(Comparator.comparingInt((Placed group) -> -group.rows.size())
                        .thenComparingLong(Placed::place))
                .toList();
        var folds = new GroupFolds(count, classOfRow);
        var foldOfRow = new int[column.size()];
        for (int at = 0; at < placed.size(); at++) {
            var group = placed.get(at);
            // As many groups as folds are left: each must still get one.
            int fold = folds.place(group.rows, placed.size() - at);
            group.rows.forEach(row -> foldOfRow[row] = fold);
        }
        return Folds.of(foldOfRow);
    }

    private record Placed(long place, List<Integer> rows) {}

    private static List<List<Integer>> groups(Column column) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (int row = 0; row < column.size(); row++) {
            groups.computeIfAbsent(column.text(row), unseen -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    private int place(List<Integer> rows, int left) {
        var group = new double[members.length];
        rows.forEach(row -> group[classOfRow[row]]++);
        boolean onlyEmpty =
                left <= IntStream.range(0, dealt.length).filter(this::isEmpty).count();
        int best = IntStream.range(0, dealt.length)
                .filter(fold -> !onlyEmpty || isEmpty(fold))
                .boxed()
                .min(Comparator.comparingDouble(fold -> cost(fold, group)))
                .orElse(0);
        for (int label = 0; label < group.length; label++) {
            dealt[best][label] += group[label];
        }
        return best;
    }

    private boolean isEmpty(int fold) {
        return DoubleStream.of(dealt[fold]).sum() == 0;
    }

    /** How much the sum of squared shares grows: least where the group's classes are rarest. */
    private double cost(int fold, double... group) {
        double cost = 0;
        for (int label = 0; label < group.length; label++) {
            if (members[label] > 0) {
                cost += group[label] * (2 * dealt[fold][label] + group[label]) / members[label];
            }
        }
        return cost;
    }
}
