package dev.slipway.explain;

import dev.slipway.evaluation.Folds;
import dev.slipway.metric.Metric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the metric loses when a column of the data is left out and the model learns again without it: the price of the
 * column's absence, where the others may take over what it said.
 */
public record LeaveOneOut(Metric metric) {
    /**
     * The mean loss over the folds for each column that reaches the estimator, the greatest first. The steps learn from all
     * columns, and whatever comes from the column is kept from the estimator; a column without which nothing would be left
     * is passed over. The interval is Student's over the folds, which share rows: take it as a guide.
     */
    public List<Importance> of(Pipeline pipeline, Training data, Folds folds) {
        var losses = new LinkedHashMap<String, double[]>();
        for (int fold = 0; fold < folds.count(); fold++) {
            hold(pipeline, data.rows(folds.teaching(fold)), data.rows(folds.judging(fold)), fold, folds, losses);
        }
        return losses.entrySet().stream()
                .map(entry -> Importance.of(entry.getKey(), entry.getValue()))
                .sorted(Importance.FIRST)
                .toList();
    }

    private void hold(
            Pipeline pipeline, Training train, Training test, int fold, Folds folds, Map<String, double[]> losses) {
        var steps = pipeline.prepare(train);
        var learned = steps.training();
        var judged = test.with(steps.apply(test.table()));
        var raw = RawColumns.of(steps.steps(), learned.table().names());
        double score = score(pipeline, learned, judged, List.of());
        for (var column : train.table().names()) {
            var from = learned.table().names().stream()
                    .filter(name -> raw.of(name).contains(column))
                    .toList();
            if (!from.isEmpty() && from.size() < learned.table().columns().size()) {
                double without = score(pipeline, learned, judged, from);
                losses.computeIfAbsent(column, unseen -> new double[folds.count()])[fold] =
                        metric.higherIsBetter() ? score - without : without - score;
            }
        }
    }

    private double score(Pipeline pipeline, Training train, Training test, List<String> without) {
        var model = pipeline.estimator().fit(train.with(train.table().without(without)));
        var predictions = model.predict(test.table().without(without));
        return metric.of(test.judge(predictions)).orElse(Double.NaN);
    }
}
