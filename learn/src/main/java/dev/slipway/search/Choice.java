package dev.slipway.search;

import dev.slipway.metric.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who wins: the simplest of those that are as good as the best. As good is who is behind by no more than one standard error
 * of the differences fold by fold (the rule of Breiman and others, 1984), so chance does not choose the larger model.
 *
 * @param first who has the best score alone
 * @param why a sentence
 */
public record Choice(Result winner, Result first, String why) {
    /**
     * Chooses among results on the same folds.
     *
     * @param results at least one
     */
    public static Choice of(List<Result> results, Metric metric) {
        Comparator<Result> byScore =
                (one, other) -> better(one, other, metric) ? -1 : better(other, one, metric) ? 1 : 0;
        var first = results.stream().min(byScore).orElseThrow();
        var winner = results.stream()
                .filter(result -> result.equals(first)
                        || Margin.of(first.evaluation(), result.evaluation(), metric)
                                .within(1))
                .min(Comparator.comparing((Result result) -> result.candidate().simplicity())
                        .thenComparing(byScore))
                .orElseThrow();
        return new Choice(winner, first, why(winner, first, metric));
    }

    private static boolean better(Result one, Result other, Metric metric) {
        return metric.isBetter(score(one, metric), score(other, metric));
    }

    private static double score(Result result, Metric metric) {
        return result.evaluation().find(metric.id()).orElseThrow().mean();
    }

    private static String why(Result winner, Result first, Metric metric) {
        if (winner.equals(first)) {
            return "%s has the best %s, %s, and nothing simpler is within one standard error of it"
                    .formatted(first.candidate().name(), metric.id(), figure(score(first, metric)));
        }
        var margin = Margin.of(first.evaluation(), winner.evaluation(), metric);
        return "by score alone %s would win with %s %s; %s is behind by %s, no more than one standard error (%s), and simpler"
                .formatted(
                        first.candidate().name(),
                        metric.id(),
                        figure(score(first, metric)),
                        winner.candidate().name(),
                        figure(margin.mean()),
                        figure(margin.error()));
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }

    /** Whether the best score alone would have chosen another. */
    public Optional<Result> passedOver() {
        return winner.equals(first) ? Optional.empty() : Optional.of(first);
    }
}
