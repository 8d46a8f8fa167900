package dev.slipway.association;

import dev.slipway.association.Dependency.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds one and two columns that determine another, by grouping rows (Huhtala et al., "TANE", 1999). A dependency is named
 * if it could have been violated at least twenty times and was at most one time in fifty; of two columns only if neither
 * alone is enough. Of many columns, the first {@link #MOST_SINGLE} alone and the first {@link #MOST_PAIRED} in twos are
 * looked at.
 *
 * <p>A pair of columns is first tried on some groups of rows: one that holds there without a violation is always tried on
 * all, one with many there may be missed.
 */
final class DependencySearch {
    static final int MOST_SINGLE = 200;
    static final int MOST_PAIRED = 50;

    private static final double LEAST_EXPECTED = 20;
    private static final double MOST_VIOLATED = 0.02;
    private static final int TRIED = 4_000;
    private static final int NAMED = 200;
    private static final int EXAMPLES = 20;

    private final Features features;
    private final List<Feature> columns;
    private final boolean[][] known;
    private final double[] spread;
    private final int most;

    private DependencySearch(Features features) {
        this.features = features;
        columns = features.where(feature -> feature.distinct() + (feature.complete() ? 0 : 1) > 1).stream()
                .limit(MOST_SINGLE)
                .toList();
        known = new boolean[columns.size()][columns.size()];
        most = columns.stream().mapToInt(Feature::distinct).max().orElse(0) + 1;
        spread = columns.stream().mapToDouble(DependencySearch::spread).toArray();
    }

    static List<Dependency> of(Features features) {
        var search = new DependencySearch(features);
        var grouping = Grouping.of(features.rows());
        var singles = IntStream.range(0, search.columns.size())
                .parallel()
                .mapToObj(column -> search.single(column, grouping.by(search.columns.get(column))))
                .toList();
        int paired = Math.min(MOST_PAIRED, search.columns.size());
        var pairs = IntStream.range(0, paired)
                .parallel()
                .mapToObj(left -> search.pairs(left, paired, grouping.by(search.columns.get(left))))
                .toList();
        return Stream.concat(singles.stream(), pairs.stream())
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Dependency of) -> !of.holds())
                        .thenComparing(of -> of.determining().size())
                        .thenComparing(of -> of.violations() / of.expected())
                        .thenComparing(of -> -of.expected()))
                .limit(NAMED)
                .toList();
    }

    /** The share of rows that have not the most frequent value. */
    private static double spread(Feature feature) {
        long[] counts = new long[feature.distinct() + 1];
        for (int code : feature.codes()) {
            counts[code + 1]++;
        }
        return 1 - (double) Arrays.stream(counts).max().orElse(0) / feature.codes().length;
    }

    private List<Dependency> single(int column, Grouping groups) {
        var found = new ArrayList<Dependency>();
        for (int other = 0; other < columns.size(); other++) {
            if (other != column && holds(groups, other)) {
                known[column][other] = true;
                found.add(dependency(groups, other, column));
            }
        }
        return found;
    }

    private boolean holds(Grouping groups, int other) {
        double expected = groups.repeats() * spread[other];
        double most = MOST_VIOLATED * expected;
        // More values than groups: each value too many is a violation.
        if (columns.get(other).distinct() - groups.groups() > most) {
            return false;
        }
        return expected >= LEAST_EXPECTED && groups.violations(columns.get(other), most) <= most;
    }

    private List<Dependency> pairs(int left, int paired, Grouping groups) {
        var found = new ArrayList<Dependency>();
        for (int right = left + 1; right < paired; right++) {
            int repeats = Math.min(repeats(left), repeats(right));
            if (repeats < LEAST_EXPECTED || known[left][right] || known[right][left]) {
                continue;
            }
            var some = groups.beginning(TRIED).by(columns.get(right));
            int[] promising = promising(left, right, some);
            if (promising.length > 0) {
                var both = groups.by(columns.get(right));
                for (int other : promising) {
                    if (holds(both, other)) {
                        found.add(dependency(both, other, left, right));
                    }
                }
            }
        }
        return found;
    }

    /** Rows that could repeat a value at most: two columns together repeat no more. */
    private int repeats(int column) {
        return features.rows() - columns.get(column).distinct();
    }

    private int[] promising(int left, int right, Grouping some) {
        int[] counts = new int[most];
        return IntStream.range(0, columns.size())
                .filter(other -> other != left && other != right && !known[left][other] && !known[right][other])
                .filter(other -> {
                    double allowed = LEAST_EXPECTED / 2 + 3 * MOST_VIOLATED * some.repeats() * spread[other];
                    return some.violations(columns.get(other), allowed, counts) <= allowed;
                })
                .toArray();
    }

    private Dependency dependency(Grouping groups, int determined, int... determining) {
        var of = columns.get(determined);
        double expected = groups.repeats() * spread[determined];
        return new Dependency(
                Arrays.stream(determining)
                        .mapToObj(column -> columns.get(column).name())
                        .toList(),
                of.name(),
                groups.repeats(),
                groups.violations(of, Double.MAX_VALUE),
                expected,
                violating(groups, of, determining));
    }

    private List<Violation> violating(Grouping groups, Feature of, int... determining) {
        var found = new ArrayList<Violation>();
        var sample = features.sample();
        int column = sample.column(of.name());
        for (int group = 0; group < groups.groups() && found.size() < EXAMPLES; group++) {
            int from = groups.start(group);
            int to = groups.start(group + 1);
            int usual = to - from < 2 ? -2 : groups.usual(of, group);
            for (int i = from; usual != -2 && i < to && found.size() < EXAMPLES; i++) {
                int row = groups.row(i);
                if (of.codes()[row] != usual) {
                    int like = IntStream.range(from, to)
                            .map(groups::row)
                            .filter(other -> of.codes()[other] == usual)
                            .findFirst()
                            .orElse(row);
                    found.add(new Violation(
                            sample.origin(row),
                            Arrays.stream(determining)
                                    .mapToObj(c -> sample.text(
                                            row, sample.column(columns.get(c).name())))
                                    .toList(),
                            sample.text(row, column),
                            sample.text(like, column)));
                }
            }
        }
        return found;
    }
}
