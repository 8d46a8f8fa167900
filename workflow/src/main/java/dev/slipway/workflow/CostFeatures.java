package dev.slipway.workflow;

import dev.slipway.engine.Engine;
import dev.slipway.explain.Absence;
import dev.slipway.metric.Metric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Rule;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Training;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Price;
import dev.slipway.project.Project;
import dev.slipway.search.Replay;
import dev.slipway.search.Tried;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each column costs a model and what it adds: the model learns again without it, on the folds of its training. Changes
 * nothing.
 */
public final class CostFeatures {
    private static final double ANSWERS = 1_000;

    /** Rows that times and the order of the columns are measured on. */
    private static final int ROWS = 1_000;

    /**
     * @param model as {@link ChooseModel} understands it; the newest version where it is not said
     * @param budget for the refits; what is not measured by then is said
     * @param threads to learn with
     */
    public record Request(Project project, Optional<String> model, Duration budget, int threads) {}

    /**
     * @param score with all columns, the mean over the folds
     * @param folds how many
     * @param microseconds of one answer with all columns
     * @param unit of all money; empty where none is named
     * @param columns those the model reads, the one that adds most first, those that were not measured last
     * @param unmeasured those that were not left out, and why
     * @param saving what can go; empty where everything is worth its place
     * @param sentence that says so
     */
    public record Report(
            String model,
            Optional<Integer> version,
            String run,
            String candidate,
            String metric,
            double score,
            int folds,
            double microseconds,
            String unit,
            List<FeatureCost> columns,
            List<Unmeasured> unmeasured,
            Optional<Saving> saving,
            String sentence) {}

    private final Place place;
    private final Engine engine;
    private final InstantSource clock;

    public CostFeatures(Place place, Engine engine, InstantSource clock) {
        this.place = place;
        this.engine = engine;
        this.clock = clock;
    }

    /** @throws SlipwayException where the model does not learn from columns, or its training cannot be done again */
    public Report run(Request request) {
        var project = request.project();
        refuseUnlabelled(project);
        var chosen = place.ask(
                ChooseModel.OPERATION, new ChooseModel.Question(project.name(), request.model(), Optional.empty()));
        var model = Fetched.model(place, chosen.files());
        var training = place.ask(FindTraining.OPERATION, new FindTraining.Question(chosen.run()));
        var record = SearchRecord.of(place, training);
        var candidate = model.card().candidate();
        var tried = record.trial(record.kept().getOrDefault(candidate, 1)).what();
        var data = TrainingData.read(project, engine);
        refuseUnknown(project, data);
        try (var workshop = new Workshop(project, data, List.of(candidate), new Searching(clock), request.threads())) {
            var replay = new Replay(workshop.candidates(), record.cuts(), record.seed(), workshop.bench());
            var pipeline = reading(replay.pipeline(tried), tried);
            refuseUnlearned(pipeline, model, chosen);
            return report(request, chosen, model, workshop, pipeline, tried);
        }
    }

    private static Pipeline reading(Pipeline pipeline, Tried tried) {
        var read = tried.cut().features();
        return read.isEmpty() ? pipeline : new Pipeline(pipeline.steps(), read, pipeline.estimator());
    }

    private Report report(
            Request request,
            ChooseModel.Chosen chosen,
            ServedModel model,
            Workshop workshop,
            Pipeline pipeline,
            Tried tried) {
        var data = workshop.data();
        var folds = workshop.parted().folds();
        var judged = some(data.training(), folds.judging(0));
        var absence = Absence.of(workshop.metric(), pipeline, data.training(), folds, tried.cut(), data.typed());
        var drop = new DropOne(absence, judged, clock, request.budget());
        var read = absence.columns().stream()
                .filter(model.pipeline().inputs()::contains)
                .toList();
        var unmeasured = drop.measure(
                drop.order(read, workshop.metric(), request.project().data().seed()));
        double microseconds =
                Pace.of(absence.pipeline(), absence.pipeline(), judged.table()).one();
        var saving = drop.together().map(together -> saving(request.project(), together));
        var unit = request.project().effort().price().map(Price::unit).orElse("");
        return new Report(
                chosen.model(),
                chosen.version(),
                chosen.run(),
                tried.candidate(),
                workshop.metric().id(),
                absence.score(),
                folds.count(),
                microseconds,
                unit,
                columns(request.project(), data, read, drop.measures()),
                unmeasured,
                saving,
                sentence(saving, workshop.metric(), absence.score(), unit));
    }

    private static String sentence(Optional<Saving> saving, Metric metric, double score, String unit) {
        return saving.map(found -> found.sentence(metric, score, unit))
                .orElseGet(() -> "keep them: whatever was left out costs more than %s %% of %s"
                        .formatted(100 * DropOne.TOLERATED, metric.id()));
    }

    private static Training some(Training data, int... rows) {
        int kept = Math.min(rows.length, ROWS);
        return data.rows(IntStream.range(0, kept)
                .map(at -> rows[(int) ((long) at * rows.length / kept)])
                .toArray());
    }

    private static List<FeatureCost> columns(
            Project project, TrainingData data, List<String> read, Map<String, DropOne.Measure> measured) {
        return read.stream()
                .map(column -> {
                    var cost = FeatureCost.of(
                            data.typed().column(column),
                            Optional.ofNullable(project.sources().get(column)));
                    return Optional.ofNullable(measured.get(column))
                            .map(measure -> cost.measured(measure.microseconds(), measure.loss()))
                            .orElse(cost);
                })
                .sorted((left, right) -> Double.compare(adds(right), adds(left)))
                .toList();
    }

    private static double adds(FeatureCost cost) {
        return cost.loss().map(loss -> loss.mean()).orElse(Double.NEGATIVE_INFINITY);
    }

    private static Saving saving(Project project, DropOne.Together together) {
        var measure = together.measure();
        return new Saving(
                together.columns(),
                measure.loss(),
                measure.saved(),
                project.effort().price().map(price -> price.of(ANSWERS * measure.microseconds() / 1e6)),
                together.columns().stream()
                        .mapToDouble(column -> ANSWERS * project.sources().getOrDefault(column, 0.0))
                        .sum());
    }

    private static void refuseUnlabelled(Project project) {
        if (project.data().target().isEmpty()) {
            throw SlipwayException.usage(
                    "COST-UNLABELLED",
                    "the project has no target: nobody can tell what a column adds",
                    Project.FILE + ", 'data'",
                    "name the column of the true answers under data.target, and train");
        }
    }

    private static void refuseUnknown(Project project, TrainingData data) {
        var names = data.contract().names();
        project.sources().keySet().stream()
                .filter(column -> !names.contains(column))
                .findFirst()
                .ifPresent(unknown -> {
                    throw SlipwayException.usage(
                            "COST-NO-COLUMN",
                            "there is no column '%s'%s".formatted(unknown, Nearest.hint(unknown, names)),
                            Project.FILE + ", 'sources'",
                            "use one of: " + String.join(", ", names));
                });
    }

    private static void refuseUnlearned(Pipeline pipeline, ServedModel model, ChooseModel.Chosen chosen) {
        boolean rule = pipeline.estimator() instanceof Rule;
        if (rule || model.pipeline().inputs().isEmpty()) {
            throw SlipwayException.usage(
                    "COST-NOTHING-LEARNED",
                    rule
                            ? "'%s' is a rule: it reads what it was written to read"
                                    .formatted(model.card().candidate())
                            : "'%s' reads no column".formatted(model.card().candidate()),
                    chosen.name(),
                    "name the run of a candidate that learns from columns; 'slipway compare' lists them");
        }
    }
}
