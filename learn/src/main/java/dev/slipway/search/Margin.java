package dev.slipway.search;

import dev.slipway.evaluation.Evaluation;
import dev.slipway.metric.Metric;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * By how much one pipeline is better than another on the same folds: the mean of the differences fold by fold, and one
 * standard error of it.
 *
 * @param mean positive where the first is better, in the unit of the metric
 * @param error {@code NaN} where it cannot be told
 */
record Margin(double mean, double error) {
    /*
     * The folds share most of the rows that teach, so their differences are not independent, and the plain standard error
     * is too small: Nadeau and Bengio (2003) correct the variance by the rows that judge over those that teach, which for
     * k folds dealt evenly is 1 / (k - 1).
     */
    static Margin of(Evaluation first, Evaluation second, Metric metric) {
        var ones = first.find(metric.id()).orElseThrow().folds();
        var others = second.find(metric.id()).orElseThrow().folds();
        int folds = Math.min(ones.size(), others.size());
        double sign = metric.higherIsBetter() ? 1 : -1;
        return of(IntStream.range(0, folds)
                .mapToDouble(fold -> sign * (ones.get(fold) - others.get(fold)))
                .toArray());
    }

    /** Of a figure of each fold, whose folds teach each other. */
    static Margin of(double... figures) {
        int folds = figures.length;
        double mean = DoubleStream.of(figures).sum() / folds;
        double squares = DoubleStream.of(figures)
                .map(figure -> (figure - mean) * (figure - mean))
                .sum();
        double variance = squares / (folds - 1);
        return new Margin(mean, Math.sqrt(variance * (1.0 / folds + 1.0 / (folds - 1))));
    }

    /** Whether the first is better by no more than so many standard errors. */
    boolean within(double errors) {
        return mean <= errors * error;
    }

    /** Whether the first is better by more than so many standard errors. */
    boolean beyond(double errors) {
        return mean > errors * error;
    }
}
