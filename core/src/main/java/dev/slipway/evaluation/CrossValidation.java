package dev.slipway.evaluation;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Training;
import dev.slipway.table.Table;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fits a pipeline on all folds but one and asks it about that one, for every fold, steps included: nothing of a fold is
 * known to what answers it. What the steps made of a fold is kept, so pipelines that differ in the estimator alone share
 * it. For one thread.
 */
public final class CrossValidation {
    private final Training data;
    private final Table outcomes;
    private final Folds folds;
    private final Optional<Value> value;
    private final Map<List<Transformer<?>>, List<Fold>> prepared = new HashMap<>();

    /** One fold held out: the rows on both sides as the estimator sees them. */
    private record Fold(Training train, Training test, Table outcomes) {}

    /**
     * @param data what is learned from: the columns a model may read
     * @param outcomes the same rows with the columns only the outcome is measured by
     */
    public CrossValidation(Training data, Table outcomes, Folds folds, Optional<Value> value) {
        this.data = data;
        this.outcomes = outcomes;
        this.folds = folds;
        this.value = value;
        value.ifPresent(unit -> unit.requireNumbers(outcomes));
    }

    /** Every metric of a two-class target, and the value where it is declared, fold by fold. */
    public Evaluation evaluate(Pipeline pipeline) {
        var scores = new TreeMap<String, List<Double>>();
        for (var fold : folds(pipeline)) {
            var model = pipeline.estimator().fit(fold.train());
            double[] positive = model.predict(fold.test().table()).positive();
            int[] truth = fold.test().labels();
            for (var metric : BinaryMetric.values()) {
                add(scores, metric.id(), metric.of(truth, positive).orElse(Double.NaN));
            }
            value.ifPresent(unit -> add(scores, Value.METRIC, unit.perThousand(fold.outcomes(), positive)));
        }
        var all = scores.entrySet().stream()
                .map(entry -> Score.of(entry.getKey(), entry.getValue()))
                .toList();
        return new Evaluation(all, data.rows(), folds.count());
    }

    private static void add(Map<String, List<Double>> scores, String metric, double score) {
        scores.computeIfAbsent(metric, unseen -> new ArrayList<>()).add(score);
    }

    /** The pipeline fitted on every row: what is kept when the evaluation is good. */
    public FittedPipeline fit(Pipeline pipeline) {
        return pipeline.fit(data);
    }

    private List<Fold> folds(Pipeline pipeline) {
        return prepared.computeIfAbsent(
                pipeline.preparation(),
                unseen -> IntStream.range(0, folds.count())
                        .mapToObj(fold -> hold(pipeline, fold))
                        .toList());
    }

    private Fold hold(Pipeline pipeline, int fold) {
        int[] train = folds.teaching(fold);
        int[] test = folds.judging(fold);
        var steps = pipeline.prepare(data.table().rows(train));
        return new Fold(
                Training.of(steps.table(), data.target(), labels(train)),
                Training.of(steps.apply(data.table().rows(test)), data.target(), labels(test)),
                outcomes.rows(test));
    }

    private int[] labels(int... rows) {
        int[] labels = data.labels();
        return IntStream.of(rows).map(row -> labels[row]).toArray();
    }
}
