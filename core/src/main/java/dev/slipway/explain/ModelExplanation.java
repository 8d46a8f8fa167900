package dev.slipway.explain;

import dev.slipway.metric.Metric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Model;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What a model is, which columns of the data its answers rest on, and how the answers go with them.
 *
 * @param contributions mean absolute contribution to the margin by column; empty where the model has no margin
 * @param score of the model on the rows; empty where nothing is known to be true of them
 * @param shuffled what the score loses when a column is dealt anew
 * @param gains of the columns that its trees ask about; empty where it has none
 * @param dependences of the columns that matter most
 */
public record ModelExplanation(
        ModelSummary summary,
        List<Importance> contributions,
        Optional<Double> score,
        List<Importance> shuffled,
        List<Gain> gains,
        List<Dependence> dependences) {
    private static final int JUDGED = 5_000;
    private static final int SHARED_OUT = 1_000;

    /** Of large trees fewer rows are shared out, so that it takes seconds: about this many bytes of trees are walked. */
    private static final long WALKED = 500_000_000;

    private static final int LEAST_SHARED_OUT = 50;
    private static final int ASKED_AGAIN = 500;
    private static final int DEPENDENCES = 6;

    /** Of a wide table fewer rows are dealt anew: each deal goes through the whole pipeline. */
    private static final int CELLS = 2_000_000;

    /** Beyond this, dealing every column anew takes minutes: those that move the answers most are enough. */
    private static final int DEALT = 60;

    public ModelExplanation {
        contributions = List.copyOf(contributions);
        shuffled = List.copyOf(shuffled);
        gains = List.copyOf(gains);
        dependences = List.copyOf(dependences);
    }

    /**
     * Looked at on at most 5,000 of the rows, drawn by the seed.
     *
     * @param rows of the data; those the pipeline did not learn from say more
     * @param metric that the score and its losses are measured by; without one, only what needs no truth is there
     */
    public static ModelExplanation of(FittedPipeline pipeline, Training rows, Optional<Metric> metric, long seed) {
        var judged = some(rows, JUDGED, seed);
        var few = some(judged, sharedOut(pipeline.model()), seed).table();
        var contributions = few.rows() == 0
                ? List.<Importance>of()
                : RowContributions.against(pipeline, few)
                        .map(each -> MeanContributions.of(each, few))
                        .orElse(List.of());
        var score = metric.map(each -> each.of(judged.judge(pipeline.predict(judged.table()))))
                .orElse(OptionalDouble.empty());
        var dealt = some(
                judged,
                Math.max(SHARED_OUT, CELLS / Math.max(1, pipeline.inputs().size())),
                seed);
        var shuffled = score.isPresent()
                ? Permutation.shuffled(metric.orElseThrow(), seed).of(pipeline, dealt, most(pipeline, contributions))
                : List.<Importance>of();
        return new ModelExplanation(
                ModelSummary.of(pipeline),
                contributions,
                score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty(),
                shuffled,
                few.rows() == 0 ? List.of() : Gain.of(pipeline, few.slice(0, 1)),
                dependences(
                        pipeline,
                        some(judged, ASKED_AGAIN, seed).table(),
                        shuffled.isEmpty() ? contributions : shuffled));
    }

    private static int sharedOut(Model model) {
        if (!(model instanceof TreeModel trees)) {
            return SHARED_OUT;
        }
        long rows = WALKED / Math.max(1, trees.trees().file().length);
        return (int) Math.min(SHARED_OUT, Math.max(LEAST_SHARED_OUT, rows));
    }

    /** All columns it reads; of very many those that move the answers most. */
    private static List<String> most(FittedPipeline pipeline, List<Importance> contributions) {
        var inputs = pipeline.inputs();
        if (inputs.size() <= DEALT) {
            return List.copyOf(inputs);
        }
        var known = contributions.stream().map(Importance::column).filter(inputs::contains);
        return (contributions.isEmpty() ? inputs.stream().sorted() : known)
                .limit(DEALT)
                .toList();
    }

    private static List<Dependence> dependences(FittedPipeline pipeline, Table rows, List<Importance> order) {
        var inputs = pipeline.inputs();
        // Where nothing is known to be true and no margin is shared out, no column is before another.
        var columns =
                order.isEmpty() ? inputs.stream().sorted() : order.stream().map(Importance::column);
        return columns.filter(inputs::contains)
                // Free text has no value that many rows could have.
                .filter(column -> rows.column(column).type() != ColumnType.TEXT)
                .limit(rows.rows() == 0 ? 0 : DEPENDENCES)
                .flatMap(column -> Dependences.defaults().of(pipeline, rows, column).stream())
                .toList();
    }

    private static Training some(Training rows, int most, long seed) {
        return rows.rows() <= most ? rows : rows.rows(drawn(rows.rows(), most, seed));
    }

    /** So many different rows, ascending; the same for the same seed. */
    private static int[] drawn(int rows, int most, long seed) {
        return new SplittableRandom(seed)
                .ints(0, rows)
                .distinct()
                .limit(most)
                .sorted()
                .toArray();
    }
}
