package dev.slipway.cli;

import dev.slipway.metric.Metric;
import dev.slipway.tracking.Run;
import dev.slipway.workflow.ParetoFront;
import java.util.List;

/**
 * Runs side by side.
 *
 * @param runs the best first
 * @param metric that decides
 * @param pareto the ids of those that no other beats in metric and cost
 */
record Compared(List<Run> runs, String metric, List<String> pareto) {
    /** @param runs the best first */
    static Compared of(List<Run> runs, Metric metric) {
        var front = new ParetoFront(metric).of(runs);
        return new Compared(runs, metric.id(), front.stream().map(Run::id).toList());
    }
}
