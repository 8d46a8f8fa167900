package dev.slipway.transform;

import dev.slipway.engine.Mergeable;
import dev.slipway.statistic.Moments;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The answers to the rows of each value of a column: of numbers their moments, of several classes the moments of a one
 * where a row is of the class and a zero where it is not, class by class.
 *
 * @param labels the classes; empty where the answers are numbers
 */
record TargetSums(List<String> labels, SortedMap<String, List<Moments>> byValue) implements Mergeable<TargetSums> {
    static final TargetSums NONE = new TargetSums(List.of(), new TreeMap<>());

    TargetSums {
        labels = List.copyOf(labels);
        byValue = Collections.unmodifiableSortedMap(byValue);
    }

    /** @param target numbers, or several classes as words */
    static TargetSums of(Column column, Column target) {
        var labels = target instanceof CategoryColumn classes ? classes.dictionary() : List.<String>of();
        var byValue = new TreeMap<String, List<Moments>>();
        Words.of(column)
                .rows()
                .forEach((word, rows) -> byValue.put(
                        word,
                        target instanceof CategoryColumn classes ? ofClasses(classes, rows) : ofNumbers(target, rows)));
        return new TargetSums(labels, byValue);
    }

    private static List<Moments> ofNumbers(Column target, int... rows) {
        return List.of(Moments.of(IntStream.of(rows).mapToDouble(target::number).toArray()));
    }

    private static List<Moments> ofClasses(CategoryColumn target, int... rows) {
        long[] counts = new long[target.dictionary().size()];
        for (int row : rows) {
            counts[target.code(row)]++;
        }
        return Arrays.stream(counts)
                .mapToObj(count -> Moments.weighted(new double[] {0, 1}, rows.length - count, count))
                .toList();
    }

    @Override
    public TargetSums merge(TargetSums other) {
        var merged = new TreeMap<>(byValue);
        other.byValue.forEach((value, answers) -> merged.merge(value, answers, TargetSums::both));
        return new TargetSums(labels.isEmpty() ? other.labels : labels, merged);
    }

    private static List<Moments> both(List<Moments> left, List<Moments> right) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i).merge(right.get(i)))
                .toList();
    }

    /** The answers to all rows; empty where there are none. */
    List<Moments> all() {
        return byValue.values().stream().reduce(TargetSums::both).orElse(List.of());
    }
}
