package dev.slipway.transform;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Values never seen in training: how many there are, and the problem they are where a step was told to refuse them. */
final class UnseenValues {
    /** So many are named; whoever reads the first ones knows what the others are. */
    private static final int SHOWN = 10;

    private UnseenValues() {}

    /** How many rows of each column have one; columns without any are left out. */
    static SortedMap<String, Long> count(Table table, List<KnownValues> columns) {
        return count(table, columns, known -> known.places(table.column(known.column())));
    }

    /** @param places of the rows in a column that is there */
    static SortedMap<String, Long> count(Table table, List<KnownValues> columns, Function<KnownValues, int[]> places) {
        var counts = new TreeMap<String, Long>();
        for (var known : columns) {
            if (table.find(known.column()).isPresent()) {
                long unseen = Arrays.stream(places.apply(known))
                        .filter(place -> place == KnownValues.UNSEEN)
                        .count();
                if (unseen > 0) {
                    counts.put(known.column(), unseen);
                }
            }
        }
        return counts;
    }

    /** @throws SlipwayException naming the first rows of the column that hold one, if any do */
    static void refuse(Table table, Column column, int... places) {
        var problems = IntStream.range(0, places.length)
                .filter(row -> places[row] == KnownValues.UNSEEN)
                .limit(SHOWN)
                .mapToObj(row -> new Problem(
                        "TRANSFORM-UNSEEN",
                        column.isMissing(row)
                                ? "a value is missing, and none was in training"
                                : "the value '%s' was never seen in training".formatted(column.text(row)),
                        "%s, column '%s'".formatted(table.origins().where(row), column.name()),
                        "correct the value, train with rows that have it, or leave out 'unknown: error' in 'features'"))
                .toList();
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
    }
}
