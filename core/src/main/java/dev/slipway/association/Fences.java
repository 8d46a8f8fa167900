package dev.slipway.association;

import dev.slipway.association.Outliers.Far;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Outliers of each column of quantities. */
final class Fences {
    private static final double OUTSIDE = 1.5;
    private static final double FAR = 3;
    private static final int MOST = 10;
    /** Makes the median distance from the median of normal values their standard deviation. */
    private static final double NORMAL = 1.4826;

    private Fences() {}

    static List<Outliers> of(Features features) {
        return features.where(feature -> feature.kind().quantity() && feature.present() > 0).stream()
                .map(feature -> of(features, feature))
                .toList();
    }

    private static Outliers of(Features features, Feature feature) {
        double[] sorted = sorted(feature.numbers());
        double first = quantile(0.25, sorted);
        double third = quantile(0.75, sorted);
        double middle = quantile(0.5, sorted);
        double width = third - first;
        double[] off = Arrays.stream(sorted)
                .map(value -> Math.abs(value - middle))
                .sorted()
                .toArray();
        return new Outliers(
                feature.name(),
                middle,
                NORMAL * quantile(0.5, off),
                first - OUTSIDE * width,
                third + OUTSIDE * width,
                beyond(sorted, first - OUTSIDE * width, third + OUTSIDE * width),
                beyond(sorted, first - FAR * width, third + FAR * width),
                width > 0 ? farthest(features, feature, first, third) : List.of());
    }

    private static List<Far> farthest(Features features, Feature feature, double first, double third) {
        double[] numbers = feature.numbers();
        double width = third - first;
        int column = features.sample().column(feature.name());
        return IntStream.range(0, numbers.length)
                .filter(row -> numbers[row] < first - OUTSIDE * width || numbers[row] > third + OUTSIDE * width)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -distance(numbers[row], first, third)))
                .limit(MOST)
                .map(row -> new Far(
                        features.sample().origin(row),
                        features.sample().text(row, column),
                        distance(numbers[row], first, third)))
                .toList();
    }

    private static double distance(double value, double first, double third) {
        return Math.max(first - value, value - third) / (third - first);
    }

    private static long beyond(double[] sorted, double low, double high) {
        return Arrays.stream(sorted)
                .filter(value -> value < low || value > high)
                .count();
    }

    /** The numbers that are there, ascending. */
    static double[] sorted(double... numbers) {
        return Arrays.stream(numbers)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** Interpolated between the two nearest values (type 7 of Hyndman and Fan, 1996). At least one value. */
    static double quantile(double share, double... sorted) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double part = place - below;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
    }
}
