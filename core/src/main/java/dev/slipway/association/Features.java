package dev.slipway.association;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sample with its columns read as what they are. */
record Features(Sample sample, List<Feature> all) {
    static Features of(Sample sample, Reading reading) {
        return new Features(
                sample,
                IntStream.range(0, sample.names().size())
                        .mapToObj(column -> Feature.of(sample, column, reading))
                        .toList());
    }

    int rows() {
        return sample.size();
    }

    boolean exact() {
        return sample.everything();
    }

    /** Of the whole, the share that is not in the sample; the variance of an estimate shrinks by it. */
    double unseen() {
        return 1 - (double) sample.size() / Math.max(1, sample.rows());
    }

    List<Feature> where(Predicate<Feature> wanted) {
        return all.stream().filter(wanted).toList();
    }

    Map<String, Long> unread() {
        return all.stream()
                .filter(feature -> feature.unread() > 0)
                .collect(Collectors.toMap(Feature::name, Feature::unread));
    }
}
