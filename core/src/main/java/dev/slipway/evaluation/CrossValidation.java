package dev.slipway.evaluation;

import dev.slipway.metric.Metric;
import dev.slipway.metric.UnlabelledMetric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Model;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Table;
import dev.slipway.transform.Transformer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fits a pipeline on all folds but one and asks it about that one, for every fold, steps included: nothing of a fold is
 * known to what answers it. What the steps made of a fold is kept, so pipelines that differ in the estimator alone share
 * it. Thread-safe: folds can be judged side by side.
 */
public final class CrossValidation {
    private final Training data;
    private final Table outcomes;
    private final Folds folds;
    private final Optional<Value> value;
    private final Map<Wanted, Held> prepared = Collections.synchronizedMap(new Kept());

    /** The folds that were wanted last: enough for a few preparations, and not all there ever were. */
    private static final class Kept extends LinkedHashMap<Wanted, Held> {
        private static final int MOST = 60;

        Kept() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Held> eldest) {
            return size() > MOST;
        }
    }

    /** What decides what an estimator sees. */
    private record Wanted(List<Transformer<?>> preparation, List<String> reads, Cut cut, int fold) {}

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
        value.ifPresent(unit -> unit.require(outcomes, data.target()));
    }

    /** The scores alone of {@link #judge}. */
    public Evaluation evaluate(Pipeline pipeline) {
        return judge(pipeline).evaluation();
    }

    /** Every metric that suits the target, and the value where it is declared, fold by fold, with all answers. */
    public Judgement judge(Pipeline pipeline) {
        return Judgement.of(IntStream.range(0, folds.count())
                .mapToObj(fold -> judge(pipeline, Cut.NONE, fold))
                .toList());
    }

    /**
     * What one fold says of a pipeline that learned from less than all the others.
     *
     * @param fold from 0
     */
    public FoldJudgement judge(Pipeline pipeline, Cut cut, int fold) {
        var held = held(reading(pipeline, cut), cut, fold);
        var model = pipeline.estimator().fit(held.train());
        if (data.target() instanceof Target.Unlabelled) {
            return unlabelled(model, held.test());
        }
        var predictions = model.predict(held.test().table());
        var answers = held.test().judge(predictions);
        SortedMap<String, Double> scores = new TreeMap<>();
        for (var metric : Metric.forClasses(answers.classes())) {
            scores.put(metric.id(), metric.of(answers).orElse(Double.NaN));
        }
        value.ifPresent(unit -> scores.put(Value.METRIC, unit.perThousand(held.outcomes(), answers)));
        return new FoldJudgement(scores, new Judged(folds.judging(fold), answers));
    }

    /** Where nobody knows an answer, no row is judged: what can be said is what the model says of the rows held out. */
    private static FoldJudgement unlabelled(Model model, Training test) {
        SortedMap<String, Double> scores = new TreeMap<>();
        for (var metric : UnlabelledMetric.values()) {
            scores.put(metric.id(), Double.NaN);
        }
        scores.putAll(model.measured(test.table()));
        return new FoldJudgement(scores, new Judged(new int[0], test.judge(model.predict(test.table()))));
    }

    /** From which probability on to act, where a value is declared; of a judgement of all folds. */
    public Optional<Decision> decide(Judgement judgement) {
        var judged = judgement.together();
        return value.map(unit -> unit.decide(
                outcomes.rows(judged.rows()),
                judged.answers(),
                judgement.evaluation().find(Value.METRIC).map(Score::mean).orElse(Double.NaN)));
    }

    /** The pipeline fitted on every row: what is kept when the evaluation is good. */
    public FittedPipeline fit(Pipeline pipeline) {
        return fit(pipeline, Cut.NONE);
    }

    /** The pipeline fitted on all that a cut leaves of the rows. */
    public FittedPipeline fit(Pipeline pipeline, Cut cut) {
        int[] rows = cut.teaching(outcomes, IntStream.range(0, data.rows()).toArray());
        return reading(pipeline, cut).fit(rows.length == data.rows() ? data : data.rows(rows));
    }

    /** How many folds judge. */
    public int folds() {
        return folds.count();
    }

    /** How many rows teach in the fold in which most do. */
    public int teachingRows(Cut cut) {
        return IntStream.range(0, folds.count())
                .map(fold -> cut.teaching(outcomes, folds.teaching(fold)).length)
                .max()
                .orElse(0);
    }

    private static Pipeline reading(Pipeline pipeline, Cut cut) {
        return cut.features().isEmpty()
                ? pipeline
                : new Pipeline(pipeline.steps(), cut.features(), pipeline.estimator());
    }

    private Held held(Pipeline pipeline, Cut cut, int fold) {
        var wanted = new Wanted(pipeline.preparation(), pipeline.reads(), cut, fold);
        var known = prepared.get(wanted);
        if (known != null) {
            return known;
        }
        var made = hold(pipeline, cut, fold);
        var first = prepared.putIfAbsent(wanted, made);
        return first == null ? made : first;
    }

    private Held hold(Pipeline pipeline, Cut cut, int fold) {
        var test = data.rows(folds.judging(fold));
        var steps = pipeline.prepare(data.rows(cut.teaching(outcomes, folds.teaching(fold))));
        return new Held(steps.training(), test.with(steps.apply(test.table())), outcomes.rows(folds.judging(fold)));
    }
}
