package dev.slipway.workflow;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.artifact.Scratch;
import dev.slipway.engine.Engine;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Parted;
import dev.slipway.evaluation.Score;
import dev.slipway.metric.Metric;
import dev.slipway.model.Card;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.project.Project;
import dev.slipway.project.UsualCandidates;
import dev.slipway.registry.ModelVersion;
import dev.slipway.search.Candidate;
import dev.slipway.search.Result;
import dev.slipway.search.Search;
import dev.slipway.search.Trial;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Trains the candidates of a project and keeps what came of it. The work is done in this program, whoever holds the state
 * folder; what was made is sent there.
 */
public final class Train {
    /** What the fits after the search may take together; they are the price of having searched. */
    private static final Duration FINISH = Duration.ofMinutes(30);

    /** The tag that names the metric that decided. */
    public static final String METRIC = "metric";

    /** The tag that names the candidate of a run. */
    public static final String CANDIDATE = "candidate";

    /**
     * @param only the candidates that are wanted; all where there is none
     * @param who wants it
     */
    public record Request(Project project, List<String> only, String who) {}

    /**
     * @param training the run everything else ran under
     * @param candidates a run each, the best first
     * @param version what the best became
     * @param trials all of them, in the order they were tried
     */
    public record Report(Run training, String metric, List<Run> candidates, ModelVersion version, List<Trial> trials) {}

    private final Place place;
    private final Engine engine;
    private final InstantSource clock;
    private final BiConsumer<Metric, Trial> progress;

    /** @param progress told of every trial as it ends, and of the metric that decides */
    public Train(Place place, Engine engine, InstantSource clock, BiConsumer<Metric, Trial> progress) {
        this.place = place;
        this.engine = engine;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws SlipwayException where the data or the project say no; then nothing is kept but a failed run */
    public Report run(Request request) {
        var project = request.project();
        if (!project.candidates().isEmpty()) {
            Candidates.requireKnown(project.candidates(), request.only());
        }
        var data = TrainingData.read(project, engine);
        var training = Run.running(Run.freshId(), project.name(), "train", clock.instant())
                .withTags(Provenance.of(project));
        place.ask(StartRun.OPERATION, training);
        try {
            return run(request, data, training);
        } catch (RuntimeException failure) {
            place.ask(EndRun.OPERATION, training.ended(RunStatus.FAILED, clock.instant()));
            throw failure instanceof BudgetOver over ? unfinished(over) : failure;
        }
    }

    private Report run(Request request, TrainingData data, Run started) {
        var parted = request.project().data().split().part(data.training(), data.typed());
        var training = started.withTags(with(started.tags(), parted));
        var effort = request.project().effort();
        var metric = effort.metric(data.training().target());
        var deadline = new Deadline(clock, clock.instant().plus(effort.budget()));
        int threads = Runtime.getRuntime().availableProcessors();
        try (var boosting = Boostings.of(deadline, threads)) {
            var specs = UsualCandidates.of(request.project(), data.training().target());
            Candidates.requireKnown(specs, request.only());
            var candidates =
                    new Candidates(request.project(), boosting, threads, deadline).chosen(specs, request.only());
            candidates.forEach(candidate -> refuseConstants(candidate, data));
            var validation = new CrossValidation(
                    data.training(),
                    data.typed(),
                    parted.folds(),
                    request.project().value());
            var settings = new Search.Settings(
                    metric.id(),
                    metric.higherIsBetter(),
                    effort.budget(),
                    effort.trials(),
                    request.project().data().seed());
            var trials = new ArrayList<Trial>();
            Consumer<Trial> seen = trial -> {
                trials.add(trial);
                progress.accept(metric, trial);
            };
            var results = new Search(settings, clock, seen).run(candidates, validation);
            deadline.until(clock.instant().plus(FINISH));
            return keep(request, data, training, metric, validation, results, trials);
        }
    }

    private static SlipwayException unfinished(BudgetOver over) {
        return SlipwayException.failed(
                "TRAIN-FINISH",
                "the last fits, on all rows, took longer than %d minutes: %s"
                        .formatted(FINISH.toMinutes(), over.getMessage()),
                Project.FILE + ", 'candidates'",
                "leave the slow candidate out, or make it smaller");
    }

    private static SortedMap<String, String> with(SortedMap<String, String> tags, Parted parted) {
        var more = new TreeMap<>(tags);
        more.put("split", parted.by().label());
        more.put("split.why", parted.why());
        more.put("folds", Integer.toString(parted.folds().count()));
        return more;
    }

    private static void refuseConstants(Candidate candidate, TrainingData data) {
        // Without steps it is a rule or a baseline, which may read what they like.
        if (candidate.steps().isEmpty() && !candidate.space().searchable()) {
            return;
        }
        var problems = data.training().table().columns().stream()
                .filter(column -> !TrainingData.leftOut(column.name(), candidate.steps()))
                .flatMap(column -> TrainingData.constant(column).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
    }

    private Report keep(
            Request request,
            TrainingData data,
            Run training,
            Metric metric,
            CrossValidation validation,
            List<Result> results,
            List<Trial> trials) {
        var project = request.project();
        var reference = Reference.of(Profile.of(data.typed()));
        var runs = new ArrayList<Run>();
        for (var result : results) {
            runs.add(candidateRun(project, data, training, metric, validation, result, reference));
        }
        runs.sort(by(metric));
        var ended = training.withMetrics(runs.get(0).metrics())
                .withTags(and(training.tags(), METRIC, metric.id()))
                .ended(RunStatus.FINISHED, clock.instant());
        var version = place.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question(
                        project.name(), ended, runs, runs.get(0).id(), request.who()));
        return new Report(ended, metric.id(), runs, version, trials);
    }

    private static SortedMap<String, String> and(SortedMap<String, String> tags, String key, String value) {
        var more = new TreeMap<>(tags);
        more.put(key, value);
        return more;
    }

    /** The best first; one whose metric could not be measured is the last. */
    private static Comparator<Run> by(Metric metric) {
        return (left, right) -> {
            double one = left.metrics().getOrDefault(metric.id(), Double.NaN);
            double other = right.metrics().getOrDefault(metric.id(), Double.NaN);
            return metric.isBetter(one, other) ? -1 : metric.isBetter(other, one) ? 1 : 0;
        };
    }

    private Run candidateRun(
            Project project,
            TrainingData data,
            Run training,
            Metric metric,
            CrossValidation validation,
            Result result,
            Reference reference) {
        var run = Run.running(Run.freshId(), project.name(), result.candidate().name(), clock.instant())
                .under(training)
                .withParams(result.parameters());
        var metrics = new TreeMap<String, Double>();
        result.evaluation().scores().forEach(score -> put(metrics, score));
        metrics.put("trial_seconds", result.seconds());
        metrics.put("trials", (double) result.trials().size());
        var fitted = validation.fit(result.pipeline());
        var card = new Card(
                project.name(), run.id(), result.candidate().name(), result.parameters(), metrics, training.tags());
        var model = new ServedModel(data.contract().forServing(inputs(fitted)), fitted, card);
        try (var folder = Scratch.make()) {
            var written = folder.path().resolve("model");
            ModelFolder.write(written, model, reference);
            var measured = new TreeMap<>(metrics);
            measured.putAll(Measured.of(written, ModelFolder.load(written, place.steps()), data.typed()));
            var tags = new TreeMap<String, String>();
            tags.put(CANDIDATE, result.candidate().name());
            tags.put(METRIC, metric.id());
            OutOfFold.keep(place, result.judgement()).ifPresent(kept -> tags.put(OutOfFold.TAG, kept));
            return run.withMetrics(measured)
                    .withTags(tags)
                    .withModel(place.put(written))
                    .ended(RunStatus.FINISHED, clock.instant());
        }
    }

    private static Set<String> inputs(FittedPipeline fitted) {
        return new LinkedHashSet<>(fitted.inputs());
    }

    private static void put(SortedMap<String, Double> metrics, Score score) {
        if (Double.isFinite(score.mean())) {
            metrics.put(score.metric(), score.mean());
            metrics.put(score.metric() + "_sd", score.deviation());
        }
    }
}
