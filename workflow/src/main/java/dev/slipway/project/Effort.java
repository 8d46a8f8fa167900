package dev.slipway.project;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.ClassesMetric;
import dev.slipway.metric.Metric;
import dev.slipway.metric.NumberMetric;
import dev.slipway.model.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to look for the best model, and by what it is the best.
 *
 * @param metric the one that was named; else the usual one of the task
 * @param trials the most further trials of each candidate that has something to search
 */
public record Effort(Optional<String> metric, Duration budget, int trials) {
    /**
     * The metric that decides about such answers.
     *
     * @throws dev.slipway.problem.SlipwayException where the one that was named does not suit them
     */
    public Metric metric(Target target) {
        int classes = target instanceof Target.Quantity ? 1 : target.labels().size();
        var usual = classes == 1 ? NumberMetric.RMSE : classes == 2 ? BinaryMetric.ROC_AUC : ClassesMetric.LOG_LOSS;
        return metric.map(id -> Metric.named(id, classes, "train.metric")).orElse(usual);
    }
}
