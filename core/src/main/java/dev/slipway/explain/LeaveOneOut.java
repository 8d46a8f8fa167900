package dev.slipway.explain;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Folds;
import dev.slipway.metric.Metric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Training;
import java.util.List;

/**
 * What the metric loses when a column of the data is left out and the model learns again without it: the price of the
 * column's absence, where the others may take over what it said.
 */
public record LeaveOneOut(Metric metric) {
    /**
     * The mean {@linkplain Absence loss} over the folds for each column that reaches the estimator, the greatest first; a
     * column without which nothing would be left is passed over.
     */
    public List<Importance> of(Pipeline pipeline, Training data, Folds folds) {
        var absence = Absence.of(metric, pipeline, data, folds, Cut.NONE, data.table());
        return absence.columns().stream()
                .flatMap(column -> absence.without(List.of(column)).stream())
                .map(Absence.Left::loss)
                .sorted(Importance.FIRST)
                .toList();
    }
}
