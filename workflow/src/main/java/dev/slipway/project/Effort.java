package dev.slipway.project;

import dev.slipway.evaluation.Cut;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.ClassesMetric;
import dev.slipway.metric.Metric;
import dev.slipway.metric.NumberMetric;
import dev.slipway.metric.UnlabelledMetric;
import dev.slipway.model.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to look for the best model, and by what it is the best.
 *
 * @param metric the one that was named; else the usual one of the task
 * @param trials the most further draws of each candidate that has something to search
 * @param cuts of the data to choose from, at least one; the one with the most data first
 * @param price of computing, where it is to be told
 */
public record Effort(Optional<String> metric, Duration budget, int trials, List<Cut> cuts, Optional<Price> price) {
    public Effort {
        cuts = List.copyOf(cuts);
    }

    /**
     * The metric that decides about such answers.
     *
     * @throws dev.slipway.problem.SlipwayException where the one that was named does not suit them
     */
    public Metric metric(Target target) {
        if (target instanceof Target.Unlabelled) {
            return metric.map(id -> Metric.named(id, List.of(UnlabelledMetric.values()), "train.metric"))
                    .orElse(UnlabelledMetric.SILHOUETTE);
        }
        int classes = target instanceof Target.Quantity ? 1 : target.labels().size();
        var usual = classes == 1 ? NumberMetric.RMSE : classes == 2 ? BinaryMetric.ROC_AUC : ClassesMetric.LOG_LOSS;
        return metric.map(id -> Metric.named(id, classes, "train.metric")).orElse(usual);
    }
}
