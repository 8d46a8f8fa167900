package dev.slipway.workflow;

import dev.slipway.gate.Threshold;
import dev.slipway.metric.Metric;
import dev.slipway.tracking.Run;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The runs worth a choice: none of the others is at least as good in the deciding metric and in every cost, and better in one.
 * Costs are the slowest answer of a hundred, the size and the seconds of the last fit.
 *
 * @param metric that decides
 */
public record ParetoFront(Metric metric) {
    private static final List<String> COSTS = List.of(Threshold.LATENCY, Threshold.SIZE, Measured.FIT);

    /** Times and sizes are as different as a person would tell them: two measurements of one model are never quite the same. */
    private static final MathContext TOLD = new MathContext(2);

    /** Those on the front, in the order given; a run without the metric is none of them. */
    public List<Run> of(List<Run> runs) {
        return runs.stream()
                .filter(run -> !Double.isNaN(score(run)))
                .filter(run -> runs.stream().noneMatch(other -> beats(other, run)))
                .toList();
    }

    private boolean beats(Run one, Run other) {
        boolean worse = metric.isBetter(score(other), score(one))
                || COSTS.stream().anyMatch(cost -> cost(one, cost) > cost(other, cost));
        boolean better = metric.isBetter(score(one), score(other))
                || COSTS.stream().anyMatch(cost -> cost(one, cost) < cost(other, cost));
        return better && !worse;
    }

    private double score(Run run) {
        return run.metrics().getOrDefault(metric.id(), Double.NaN);
    }

    /** What nobody measured may be anything, and counts as the worst. */
    private static double cost(Run run, String name) {
        double cost = run.metrics().getOrDefault(name, Double.NaN);
        return Double.isFinite(cost) ? new BigDecimal(cost).round(TOLD).doubleValue() : Double.POSITIVE_INFINITY;
    }
}
