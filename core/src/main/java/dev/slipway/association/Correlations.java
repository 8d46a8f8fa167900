package dev.slipway.association;

import java.util.List;
import java.util.Optional;

/**
 * How the columns go together, pair by pair. A pair stands once: the column that comes first is its left one.
 *
 * @param numbers the columns that Pearson and Spearman compare
 * @param classes the columns that Cramér's V compares: of 2 to {@link #MOST_CLASSES} distinct values, of whatever kind
 * @param pairs every pair of either, with each measure
 * @param leftOut columns that were not compared because there are more than {@link #MOST_COLUMNS}
 */
public record Correlations(List<String> numbers, List<String> classes, List<Association> pairs, List<String> leftOut) {
    /** The first so many columns of each sort are compared with each other. */
    public static final int MOST_COLUMNS = 100;

    /** The most distinct values of a column that Cramér's V compares. */
    public static final int MOST_CLASSES = 50;

    public Correlations {
        numbers = List.copyOf(numbers);
        classes = List.copyOf(classes);
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /** The measure of two columns, in either order; empty where they were not compared by it. */
    public Optional<Estimate> find(String one, String other, Measure measure) {
        return pairs.stream()
                .filter(pair -> pair.measure() == measure)
                .filter(pair -> (pair.left().equals(one) && pair.right().equals(other))
                        || (pair.left().equals(other) && pair.right().equals(one)))
                .map(Association::estimate)
                .findFirst();
    }
}
