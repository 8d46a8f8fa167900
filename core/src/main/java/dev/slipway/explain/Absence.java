package dev.slipway.explain;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Folds;
import dev.slipway.metric.Metric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Model;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Training;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the metric loses when columns of the data are left out and the model learns again without them. The steps learn once,
 * from all columns; whatever comes from a column that is left out is kept from the estimator. Immutable.
 */
public final class Absence {
    private final Metric metric;
    private final Pipeline pipeline;
    private final List<Held> folds;
    private final List<String> columns;

    /** One fold held out, as the estimator sees it, with what it scores when nothing is left out. */
    private record Held(
            Pipeline.Prepared prepared, Training judged, RawColumns raw, FittedPipeline fitted, double score) {
        /** The prepared columns that come of any of these. */
        List<String> from(Collection<String> columns) {
            return prepared.training().table().names().stream()
                    .filter(name -> raw.of(name).stream().anyMatch(columns::contains))
                    .toList();
        }

        boolean hasMoreThan(List<String> from) {
            return from.size() < prepared.training().table().columns().size();
        }
    }

    /**
     * What is left.
     *
     * @param loss of the metric, positive where the answers are worse without the columns
     * @param pipeline that learned without them while the first fold judged; it need not be given them
     */
    public record Left(Importance loss, FittedPipeline pipeline) {}

    private Absence(Metric metric, Pipeline pipeline, List<Held> folds, List<String> columns) {
        this.metric = metric;
        this.pipeline = pipeline;
        this.folds = folds;
        this.columns = columns;
    }

    /**
     * Prepares every fold, and learns once from everything.
     *
     * @param cut of the rows that teach
     * @param typed the same rows with every column a cut may ask about
     */
    public static Absence of(Metric metric, Pipeline pipeline, Training data, Folds folds, Cut cut, Table typed) {
        var held = new ArrayList<Held>();
        for (int fold = 0; fold < folds.count(); fold++) {
            var teaching = data.rows(cut.teaching(typed, folds.teaching(fold)));
            held.add(hold(metric, pipeline, teaching, data.rows(folds.judging(fold))));
        }
        return new Absence(metric, pipeline, held, data.table().names());
    }

    private static Held hold(Metric metric, Pipeline pipeline, Training train, Training test) {
        var prepared = pipeline.prepare(train);
        var judged = test.with(prepared.apply(test.table()));
        var raw = RawColumns.of(prepared.steps(), prepared.training().table().names());
        var model = pipeline.estimator().fit(prepared.training());
        var fitted = new FittedPipeline(prepared.steps(), model, model.answers(train.target()));
        return new Held(prepared, judged, raw, fitted, score(metric, model, judged));
    }

    private static double score(Metric metric, Model model, Training judged) {
        return metric.of(judged.judge(model.predict(judged.table()))).orElse(Double.NaN);
    }

    /** The columns of the data, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** The mean over the folds with every column. */
    public double score() {
        return ExactSum.of(folds.stream().mapToDouble(Held::score).toArray()).value() / folds.size();
    }

    /** What learned from everything while the first fold judged. */
    public FittedPipeline pipeline() {
        return folds.get(0).fitted();
    }

    /**
     * The mean loss over the folds. The interval is Student's over the folds, which share rows: take it as a guide. Empty
     * where none of the columns reaches the estimator, and where nothing would be left of what does.
     *
     * @param dropped columns of the data
     */
    public Optional<Left> without(Collection<String> dropped) {
        boolean possible = folds.stream().allMatch(fold -> fold.hasMoreThan(fold.from(dropped)));
        if (!possible || folds.stream().allMatch(fold -> fold.from(dropped).isEmpty())) {
            return Optional.empty();
        }
        var losses = new double[folds.size()];
        var models = new ArrayList<Model>();
        for (int fold = 0; fold < losses.length; fold++) {
            var held = folds.get(fold);
            var from = held.from(dropped);
            var learned = held.prepared().training();
            var model = pipeline.estimator().fit(learned.with(learned.table().without(from)));
            double score = score(
                    metric, model, held.judged().with(held.judged().table().without(from)));
            losses[fold] = metric.higherIsBetter() ? held.score() - score : score - held.score();
            models.add(model);
        }
        var first =
                new FittedPipeline(pipeline().steps(), models.get(0), pipeline().target());
        return Optional.of(new Left(Importance.of(String.join(" and ", dropped), losses), first));
    }
}
