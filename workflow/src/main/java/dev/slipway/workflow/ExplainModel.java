package dev.slipway.workflow;

import dev.slipway.engine.Engine;
import dev.slipway.explain.Dependence;
import dev.slipway.explain.Dependences;
import dev.slipway.explain.Importance;
import dev.slipway.explain.MeanContributions;
import dev.slipway.explain.ModelSummary;
import dev.slipway.explain.Permutation;
import dev.slipway.explain.RowContributions;
import dev.slipway.metric.Metric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a model is, which columns its answers rest on, and how the answers go with them. Changes nothing. */
public final class ExplainModel {
    private static final int JUDGED = 5_000;
    /** Of a wide table fewer rows are dealt anew: each deal goes through the whole pipeline. */
    private static final int CELLS = 2_000_000;

    private static final int SHARED_OUT = 1_000;
    private static final int ASKED_AGAIN = 500;
    private static final int DEPENDENCES = 6;
    /** Beyond this, dealing every column anew takes minutes: those that move the answers most are enough. */
    private static final int DEALT = 60;

    /**
     * @param candidate what it was in the search
     * @param data the rows the figures are of
     * @param rows how many of them were looked at
     * @param trained whether the model has learned from these rows, so that figures may flatter it
     * @param contributions mean absolute contribution to the margin by column; empty where the model has no margin
     * @param metric by which the score and the shuffled columns are measured
     * @param score of the model on the rows; empty where nothing is known to be true of them
     * @param shuffled what the score loses when a column is dealt anew
     * @param dependences of the columns that matter most
     */
    public record Answer(
            String model,
            Optional<Integer> version,
            String run,
            String candidate,
            ModelSummary summary,
            String data,
            int rows,
            boolean trained,
            List<Importance> contributions,
            String metric,
            Optional<Double> score,
            List<Importance> shuffled,
            List<Dependence> dependences) {}

    private final Place place;
    private final Engine engine;

    public ExplainModel(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /** @param labelled other rows than those the project trains on */
    public Answer run(Project project, ChooseModel.Question question, Optional<Source> labelled) {
        var chosen = place.ask(ChooseModel.OPERATION, question);
        var model = Fetched.model(place, chosen.files());
        var pipeline = model.pipeline();
        var contract = CheckContract.read(project.contract());
        long seed = project.data().seed();
        var rows = LabelledRows.read(engine, contract, pipeline.target(), labelled.orElseGet(project::source))
                .sample(JUDGED, seed);
        var some = rows.sample(SHARED_OUT, seed).data().table();
        var contributions = RowContributions.against(pipeline, some)
                .map(each -> MeanContributions.of(each, some))
                .orElse(List.of());
        var metric = metric(project, rows.data());
        var score = metric.map(each ->
                        each.of(rows.data().judge(pipeline.predict(rows.data().table()))))
                .orElse(OptionalDouble.empty());
        var dealt = rows.sample(
                Math.max(SHARED_OUT, CELLS / Math.max(1, pipeline.inputs().size())), seed);
        var shuffled = score.isPresent()
                ? shuffled(metric.orElseThrow(), seed, pipeline, dealt.data(), contributions)
                : List.<Importance>of();
        return new Answer(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                model.card().candidate(),
                ModelSummary.of(pipeline),
                rows.typed().origins().source(),
                rows.data().rows(),
                labelled.isEmpty(),
                contributions,
                metric.map(Metric::id).orElse(""),
                score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty(),
                shuffled,
                dependences(pipeline, rows.sample(ASKED_AGAIN, seed), shuffled, contributions));
    }

    private static Optional<Metric> metric(Project project, Training rows) {
        return rows.target() instanceof Target.Unlabelled
                ? Optional.empty()
                : Optional.of(project.effort().metric(rows.target()));
    }

    private static List<Importance> shuffled(
            Metric metric, long seed, FittedPipeline pipeline, Training rows, List<Importance> contributions) {
        var inputs = pipeline.inputs();
        var most = contributions.isEmpty()
                ? List.copyOf(inputs)
                : contributions.stream()
                        .map(Importance::column)
                        .filter(inputs::contains)
                        .toList();
        var dealt = inputs.size() <= DEALT ? List.copyOf(inputs) : most.subList(0, Math.min(DEALT, most.size()));
        return Permutation.shuffled(metric, seed).of(pipeline, rows, dealt);
    }

    private static List<Dependence> dependences(
            FittedPipeline pipeline, LabelledRows rows, List<Importance> shuffled, List<Importance> contributions) {
        var order = shuffled.isEmpty() ? contributions : shuffled;
        return order.stream()
                .map(Importance::column)
                .filter(pipeline.inputs()::contains)
                .limit(DEPENDENCES)
                .flatMap(column ->
                        Dependences.defaults().of(pipeline, rows.data().table(), column).stream())
                .toList();
    }
}
