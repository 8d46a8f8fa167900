package dev.slipway.association;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Every pair of columns that a measure can compare. */
final class Pairs {
    private Pairs() {}

    static Correlations correlations(Features features) {
        var numbers = features.where(feature -> feature.kind().numeric());
        var classes = features.where(Pairs::classes);
        var pairs = new ArrayList<Association>();
        each(
                        numbers,
                        (left, right) -> List.of(
                                new Association(
                                        left.name(),
                                        right.name(),
                                        Measure.PEARSON,
                                        Line.pearson(features, left, right)),
                                new Association(
                                        left.name(),
                                        right.name(),
                                        Measure.SPEARMAN,
                                        Line.spearman(features, left, right))))
                .forEach(pairs::addAll);
        each(
                        classes,
                        (left, right) -> new Association(
                                left.name(), right.name(), Measure.CRAMERS_V, Crossing.cramersV(features, left, right)))
                .forEach(pairs::add);
        return new Correlations(names(numbers), names(classes), pairs, leftOut(numbers, classes));
    }

    private static boolean classes(Feature feature) {
        return feature.distinct() >= 2 && feature.distinct() <= Correlations.MOST_CLASSES;
    }

    /** In order; computed on all cores, as no pair depends on another. */
    private static <T> List<T> each(List<Feature> features, BiFunction<Feature, Feature, T> measure) {
        var pairs = new ArrayList<Feature[]>();
        int size = Math.min(features.size(), Correlations.MOST_COLUMNS);
        for (int left = 0; left < size; left++) {
            for (int right = left + 1; right < size; right++) {
                pairs.add(new Feature[] {features.get(left), features.get(right)});
            }
        }
        return pairs.parallelStream()
                .map(pair -> measure.apply(pair[0], pair[1]))
                .toList();
    }

    private static List<String> names(List<Feature> features) {
        return features.stream()
                .limit(Correlations.MOST_COLUMNS)
                .map(Feature::name)
                .toList();
    }

    private static List<String> leftOut(List<Feature> numbers, List<Feature> classes) {
        return Stream.of(numbers, classes)
                .flatMap(some -> some.stream().skip(Correlations.MOST_COLUMNS))
                .map(Feature::name)
                .distinct()
                .toList();
    }
}
