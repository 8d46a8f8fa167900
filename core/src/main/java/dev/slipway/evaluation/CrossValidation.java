package dev.slipway.evaluation;

import dev.slipway.metric.Metric;
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
    private final Map<List<Transformer<?>>, List<Held>> prepared = new HashMap<>();

    /** One fold held out: the rows on both sides as the estimator sees them. */
    private record Held(Training train, Training test, Table outcomes) {}

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

    /** The scores alone of {@link #judge}. */
    public Evaluation evaluate(Pipeline pipeline) {
        return judge(pipeline).evaluation();
    }

    /** Every metric that suits the target, and the value where it is declared, fold by fold, with all answers. */
    public Judgement judge(Pipeline pipeline) {
        var scores = new TreeMap<String, List<Double>>();
        var judged = new ArrayList<Judged>();
        var held = folds(pipeline);
        for (int fold = 0; fold < held.size(); fold++) {
            var predictions = pipeline.estimator()
                    .fit(held.get(fold).train())
                    .predict(held.get(fold).test().table());
            var answers = held.get(fold).test().judge(predictions);
            judged.add(new Judged(folds.judging(fold), answers));
            for (var metric : Metric.forClasses(answers.classes())) {
                add(scores, metric.id(), metric.of(answers).orElse(Double.NaN));
            }
            var outcomes = held.get(fold).outcomes();
            value.ifPresent(unit -> add(scores, Value.METRIC, unit.perThousand(outcomes, predictions.positive())));
        }
        var all = scores.entrySet().stream()
                .map(entry -> Score.of(entry.getKey(), entry.getValue()))
                .toList();
        int rows = judged.stream().mapToInt(fold -> fold.answers().rows()).sum();
        return new Judgement(new Evaluation(all, rows, folds.count()), judged);
    }

    private static void add(Map<String, List<Double>> scores, String metric, double score) {
        scores.computeIfAbsent(metric, unseen -> new ArrayList<>()).add(score);
    }

    /** The pipeline fitted on every row: what is kept when the evaluation is good. */
    public FittedPipeline fit(Pipeline pipeline) {
        return pipeline.fit(data);
    }

    private List<Held> folds(Pipeline pipeline) {
        return prepared.computeIfAbsent(
                pipeline.preparation(),
                unseen -> IntStream.range(0, folds.count())
                        .mapToObj(fold -> hold(pipeline, fold))
                        .toList());
    }

    private Held hold(Pipeline pipeline, int fold) {
        var test = data.rows(folds.judging(fold));
        var steps = pipeline.prepare(data.rows(folds.teaching(fold)));
        return new Held(steps.training(), test.with(steps.apply(test.table())), outcomes.rows(folds.judging(fold)));
    }
}
