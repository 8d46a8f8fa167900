package dev.slipway.association;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a sample say together. Exact where the sample is everything; else each figure has its standard error,
 * and rows are those of the sample. The same sample gives the same bits.
 *
 * @param rows of the whole
 * @param sampled rows that were looked at
 * @param unread how many texts could not be read as the kind their column is said to be, by column; only those with any
 * @param missing which columns are missing together, the most frequent pattern first, at most 50
 * @param dependencies which columns determine which; those that hold first
 * @param repeated rows that are the same, then those that are but for one column
 * @param strange rows by several columns, the strangest first, at most 20
 * @param target empty where none was named
 */
public record Associations(
        long rows,
        long sampled,
        Map<String, Long> unread,
        Correlations correlations,
        List<MissingPattern> missing,
        List<Dependency> dependencies,
        List<Repeated> repeated,
        List<Outliers> outliers,
        List<StrangeRow> strange,
        Optional<Target> target) {
    public Associations {
        unread = Map.copyOf(unread);
        missing = List.copyOf(missing);
        dependencies = List.copyOf(dependencies);
        repeated = List.copyOf(repeated);
        outliers = List.copyOf(outliers);
        strange = List.copyOf(strange);
    }

    /** Without a target. */
    public static Associations of(Sample sample, Reading reading) {
        return of(Features.of(sample, reading), Optional.empty());
    }

    /** @throws dev.slipway.problem.SlipwayException where there is no such target */
    public static Associations of(Sample sample, Reading reading, String target) {
        var features = Features.of(sample, reading);
        return of(features, Optional.of(Targets.of(features, sample.column(target))));
    }

    private static Associations of(Features features, Optional<Target> target) {
        return new Associations(
                features.sample().rows(),
                features.sample().size(),
                features.unread(),
                Pairs.correlations(features),
                Gaps.patterns(features),
                DependencySearch.of(features),
                Repeats.of(features),
                Fences.of(features),
                Oddities.of(features),
                target);
    }

    /** Whether the figures are those of every row. */
    public boolean exact() {
        return rows == sampled;
    }
}
