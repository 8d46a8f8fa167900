package dev.slipway.workflow;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.artifact.Scratch;
import dev.slipway.engine.Engine;
import dev.slipway.evaluation.Decision;
import dev.slipway.evaluation.Parted;
import dev.slipway.evaluation.Score;
import dev.slipway.metric.Metric;
import dev.slipway.model.Card;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.registry.ModelVersion;
import dev.slipway.search.Choice;
import dev.slipway.search.CpuClock;
import dev.slipway.search.Happening;
import dev.slipway.search.LearningCurve;
import dev.slipway.search.ParameterCost;
import dev.slipway.search.Result;
import dev.slipway.search.Search;
import dev.slipway.search.Trial;
import dev.slipway.search.Tried;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * @param threads to work with; they cannot be seen in what comes out
     * @param curve whether the winner is fitted on fewer rows too, to see if more would pay
     */
    public record Request(Project project, List<String> only, String who, int threads, boolean curve) {
        /** On all processors there are, without a curve. */
        public Request(Project project, List<String> only, String who) {
            this(project, only, who, Runtime.getRuntime().availableProcessors(), false);
        }
    }

    /**
     * @param training the run everything else ran under
     * @param candidates a run each: the winner first, then the best first
     * @param why the winner won
     * @param version what the winner became
     * @param trials all of them, in the order they were tried
     * @param bill of everything
     * @param parameters what more of them costs
     * @param curve where it was asked for
     */
    public record Report(
            Run training,
            String metric,
            List<Run> candidates,
            String why,
            ModelVersion version,
            List<Trial> trials,
            Bill bill,
            List<ParameterCost> parameters,
            Optional<LearningCurve> curve) {}

    /** What to doubt of a candidate's run before believing its figures. */
    public static List<String> doubts(Run run) {
        return run.tags().getOrDefault(SecondLook.DOUBTS, "").lines().toList();
    }

    private final Place place;
    private final Engine engine;
    private final InstantSource clock;
    private final BiConsumer<Metric, Happening> progress;
    private final Searching searching;

    /** @param progress told of what happens, and of the metric that decides */
    public Train(Place place, Engine engine, InstantSource clock, BiConsumer<Metric, Happening> progress) {
        this.place = place;
        this.engine = engine;
        this.clock = clock;
        this.progress = progress;
        this.searching = new Searching(clock);
    }

    /** Ends the search, also one that has not begun; the training goes on with what was found. From any thread. */
    public void stop() {
        searching.stop();
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
        var cpu = new CpuClock();
        double used = cpu.seconds();
        try (var workshop = new Workshop(request.project(), data, request.only(), searching, request.threads())) {
            var training = started.withTags(with(started.tags(), workshop.parted()));
            var found = search(request, workshop, cpu);
            var look = new SecondLook(request.project(), workshop);
            var runs = new ArrayList<Run>();
            for (var result : found.results()) {
                runs.add(candidateRun(look, training, workshop, result));
            }
            var seconds = Duration.between(started.started(), clock.instant()).toMillis() / 1e3;
            var bill = new Bill(
                    seconds, cpu.seconds() - used, request.project().effort().price());
            return keep(request, training, workshop, found, runs, bill);
        }
    }

    private Found search(Request request, Workshop workshop, CpuClock cpu) {
        var effort = request.project().effort();
        workshop.refuseUnknown(effort.cuts());
        var metric = workshop.metric();
        var settings = new Search.Settings(
                metric,
                effort.budget(),
                effort.trials(),
                request.project().data().seed(),
                effort.cuts());
        var trials = new ArrayList<Trial>();
        Consumer<Happening> seen = happening -> {
            if (happening instanceof Happening.Ended ended) {
                trials.add(ended.trial());
            }
            progress.accept(metric, happening);
        };
        searching.begin(effort.budget());
        seen.accept(new Happening.Begun(searching.deadline().seconds(), request.threads()));
        var results = new Search(settings, workshop.bench(), clock, cpu, seen).run(workshop.candidates());
        searching.end(FINISH);
        var choice = Choice.of(results, metric);
        seen.accept(new Happening.Finishing(
                results.stream().map(result -> result.candidate().name()).toList()));
        var curve = Optional.of(choice.winner())
                .filter(winner -> request.curve())
                .map(winner -> LearningCurve.of(winner, metric, workshop.bench()));
        return new Found(settings, results, trials, choice, curve);
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

    private Report keep(Request request, Run training, Workshop workshop, Found found, List<Run> runs, Bill bill) {
        var metric = found.settings().metric();
        var winner = runs.get(found.results().indexOf(found.choice().winner()));
        var metrics = new TreeMap<>(winner.metrics());
        metrics.putAll(bill.metrics());
        var inOrder = runs.stream()
                .sorted(Comparator.comparing((Run run) -> !run.equals(winner)).thenComparing(by(metric)))
                .toList();
        var dossier = new Inspection(request.project(), workshop, found)
                .dossier(training, inOrder, Fetched.model(place, winner.model().orElseThrow()), bill);
        var ended = training.withMetrics(metrics)
                .withTags(and(
                        and(
                                and(training.tags(), METRIC, metric.id()),
                                KeptReport.TAG,
                                new KeptReport(place).keep(dossier)),
                        SearchRecord.TAG,
                        kept(SearchRecord.of(found, runs, bill))))
                .ended(RunStatus.FINISHED, clock.instant());
        var version = place.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question(request.project().name(), ended, inOrder, winner.id(), request.who()));
        return new Report(
                ended,
                metric.id(),
                inOrder,
                found.choice().why(),
                version,
                found.trials(),
                bill,
                ParameterCost.of(found.trials()),
                found.curve());
    }

    /** Keeps the record among the files; the answer finds it again. */
    private String kept(SearchRecord record) {
        try (var folder = Scratch.make()) {
            return record.keep(place, folder.path().resolve("search"));
        }
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

    private Run candidateRun(SecondLook look, Run training, Workshop workshop, Result result) {
        var tried = result.best().what();
        var run = Run.running(Run.freshId(), training.experiment(), tried.candidate(), clock.instant())
                .under(training)
                .withParams(parameters(tried));
        var metrics = new TreeMap<String, Double>();
        result.evaluation().scores().forEach(score -> put(metrics, score));
        metrics.put("trial_seconds", result.seconds());
        metrics.put("trials", (double) result.trials().size());
        metrics.put(
                "cpu_seconds",
                result.trials().stream()
                        .mapToDouble(trial -> trial.spent().cpuSeconds())
                        .sum());
        workshop.decide(result.judgement()).ifPresent(decision -> put(metrics, decision));
        metrics.putAll(look.worstSlices(result.judgement()));
        look.staleness(result.pipeline()).map(SecondLook::figures).ifPresent(metrics::putAll);
        var card = new Card(training.experiment(), run.id(), tried.candidate(), run.params(), metrics, training.tags());
        try (var folder = Scratch.make()) {
            var written = folder.path().resolve("model");
            var fitting = workshop.write(result.pipeline(), tried, card, written);
            var measured = new TreeMap<>(metrics);
            measured.put(Measured.FIT, fitting.toNanos() / 1e9);
            measured.putAll(Measured.of(written, place.steps(), workshop.data().typed()));
            var tags = new TreeMap<String, String>();
            tags.put(CANDIDATE, tried.candidate());
            tags.put(METRIC, workshop.metric().id());
            var doubts = look.doubts(result.judgement());
            if (!doubts.isEmpty()) {
                tags.put(SecondLook.DOUBTS, String.join("\n", doubts));
            }
            OutOfFold.keep(place, result.judgement()).ifPresent(kept -> tags.put(OutOfFold.TAG, kept));
            return run.withMetrics(measured)
                    .withTags(tags)
                    .withModel(place.put(written))
                    .ended(RunStatus.FINISHED, clock.instant());
        }
    }

    private static SortedMap<String, String> parameters(Tried tried) {
        var cut = tried.cut().shown();
        return cut.isEmpty() ? tried.parameters() : and(tried.parameters(), "cut", cut);
    }

    private static void put(SortedMap<String, Double> metrics, Score score) {
        if (Double.isFinite(score.mean())) {
            metrics.put(score.metric(), score.mean());
            metrics.put(score.metric() + "_sd", score.deviation());
        }
    }

    /** The threshold, and what the value is held against. */
    private static void put(SortedMap<String, Double> metrics, Decision decision) {
        metrics.put(Card.THRESHOLD, decision.threshold());
        metrics.put("value_at_half", decision.atHalf());
        metrics.put("value_everybody", decision.everybody());
        metrics.put("value_nobody", decision.nobody());
    }
}
