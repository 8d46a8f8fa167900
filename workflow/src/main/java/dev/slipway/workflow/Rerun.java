package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Scratch;
import dev.slipway.engine.Engine;
import dev.slipway.model.Card;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.search.Replay;
import dev.slipway.search.Trial;
import dev.slipway.tracking.Run;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Does a training again, by the plan it executed and not by the clock: the same trials on the same rows, the same last fits.
 * Whether all answers and all models are the same to the bit is kept as evidence.
 */
public final class Rerun {
    /** What cannot differ where the same is to come out. */
    private static final List<String> DECISIVE = List.of("data.sha256", "contract.sha256");

    /** What is said where it differs, and need not change anything. */
    private static final List<String> TOLD = List.of("project.sha256", "java", "os", "cores");

    /**
     * @param run the id of a training or of one of its candidates, or the beginning of one
     * @param threads to work with; they cannot be seen in what comes out
     */
    public record Request(Project project, String run, String who, int threads) {}

    /**
     * @param training the run that was done again
     * @param circumstances what is otherwise than it was then: a sentence each
     * @param trials how many were done again
     * @param models how many were fitted again
     * @param differences what came out otherwise: a sentence each
     */
    public record Report(
            String training, List<String> circumstances, int trials, int models, List<String> differences, String who) {
        public Report {
            circumstances = List.copyOf(circumstances);
            differences = List.copyOf(differences);
        }

        /** Whether everything that was done came out the same. */
        public boolean same() {
            return differences.isEmpty();
        }
    }

    private final Place place;
    private final Engine engine;
    private final InstantSource clock;
    private final Consumer<String> progress;

    /** @param progress told, in a line each, what was done again */
    public Rerun(Place place, Engine engine, InstantSource clock, Consumer<String> progress) {
        this.place = place;
        this.engine = engine;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws SlipwayException where there is nothing to do again, or the project can no longer do it */
    public Report run(Request request) {
        var training = place.ask(FindTraining.OPERATION, new FindTraining.Question(request.run()));
        var record = SearchRecord.of(place, training);
        var now = Provenance.of(request.project());
        var decisive = differing(training, now, DECISIVE);
        var told = differing(training, now, TOLD);
        var report = decisive.isEmpty()
                ? again(request, training, record, told)
                : new Report(training.id(), told, 0, 0, decisive, request.who());
        return place.ask(RecordRerun.OPERATION, report);
    }

    private static List<String> differing(Run training, SortedMap<String, String> now, List<String> keys) {
        return keys.stream()
                .filter(key -> !Objects.equals(training.tags().get(key), now.get(key)))
                .map(key -> "%s is %s, and was %s"
                        .formatted(
                                key,
                                now.getOrDefault(key, "not known"),
                                training.tags().getOrDefault(key, "not recorded")))
                .toList();
    }

    private Report again(Request request, Run training, SearchRecord record, List<String> told) {
        var data = TrainingData.read(request.project(), engine);
        var names = record.trials().stream().map(Trial::candidate).distinct().toList();
        // The deadline of a search that never begins is never over.
        try (var workshop = new Workshop(request.project(), data, names, new Searching(clock), request.threads())) {
            var replay = new Replay(workshop.candidates(), record.cuts(), record.seed(), workshop.bench());
            var differences = new ArrayList<String>();
            var done = record.trials().stream()
                    .filter(trial -> trial.answers().isPresent())
                    .toList();
            for (var trial : done) {
                var difference = replay.difference(trial);
                difference.ifPresent(differences::add);
                progress.accept("trial %d, %s: %s"
                        .formatted(trial.number(), trial.candidate(), difference.isEmpty() ? "the same" : "different"));
            }
            record.kept()
                    .forEach((candidate, number) -> model(request.project(), workshop, replay, record, candidate)
                            .ifPresent(differences::add));
            return new Report(training.id(), told, done.size(), record.kept().size(), differences, request.who());
        }
    }

    /** Fits a candidate on all rows again; how its model differs, if it does. */
    private Optional<String> model(
            Project project, Workshop workshop, Replay replay, SearchRecord record, String candidate) {
        var tried = record.trial(record.kept().getOrDefault(candidate, 1)).what();
        var card = new Card(project.name(), "", candidate, tried.parameters(), new TreeMap<>(), new TreeMap<>());
        try (var folder = Scratch.make()) {
            var written = folder.path().resolve("model");
            workshop.write(replay.pipeline(tried), tried, card, written);
            String hash = ModelHash.of(Manifest.of(written));
            String recorded = record.models().getOrDefault(candidate, "none");
            progress.accept("model %s: %s".formatted(candidate, hash.equals(recorded) ? "the same" : "different"));
            return hash.equals(recorded)
                    ? Optional.empty()
                    : Optional.of("the model of %s is %s, and was %s".formatted(candidate, hash, recorded));
        }
    }
}
