package dev.slipway.workflow;

import dev.slipway.evaluation.CrossValidation;
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Decision;
import dev.slipway.evaluation.Judgement;
import dev.slipway.evaluation.Parted;
import dev.slipway.metric.Metric;
import dev.slipway.model.Card;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.Pipeline;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.project.Project;
import dev.slipway.project.UsualCandidates;
import dev.slipway.search.Candidate;
import dev.slipway.search.Tried;
import dev.slipway.search.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** All that a training works with: the data of a project, what can be tried, who judges, and what trees grow in. */
final class Workshop implements AutoCloseable {
    private final TrainingData data;
    private final Parted parted;
    private final Metric metric;
    private final Boostings boosting;
    private final List<Candidate> candidates;
    private final CrossValidation validation;
    private final Workbench bench;
    private final Reference reference;

    /** @throws SlipwayException where the project's candidates do not suit its data */
    Workshop(Project project, TrainingData data, List<String> only, Searching searching, int threads) {
        this.data = data;
        var training = data.training();
        parted = project.data().split().part(training, data.typed());
        metric = project.effort().metric(training.target());
        SecondLook.requireSlices(project, training.table());
        var specs = UsualCandidates.of(project, training.target());
        Candidates.requireKnown(specs, only);
        Candidates.requireSuited(specs, training.target());
        boosting = Boostings.of(searching.deadline(), threads);
        candidates = new Candidates(project, boosting, threads, searching.deadline()).chosen(specs, only);
        candidates.forEach(this::refuseConstants);
        validation = new CrossValidation(training, data.typed(), parted.folds(), project.value());
        bench = new Workbench(validation, searching.deadline(), threads);
        reference = Reference.of(Profile.of(data.typed()));
    }

    private void refuseConstants(Candidate candidate) {
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

    /** Refuses cuts by columns that are not there, or by a time that is none. */
    void refuseUnknown(List<Cut> cuts) {
        for (var cut : cuts) {
            cut.features().forEach(data.training().table()::column);
            validation.teachingRows(cut);
        }
    }

    TrainingData data() {
        return data;
    }

    Parted parted() {
        return parted;
    }

    Metric metric() {
        return metric;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    Workbench bench() {
        return bench;
    }

    /** From which probability on to act, where the project says what that brings. */
    Optional<Decision> decide(Judgement judgement) {
        return validation.decide(judgement);
    }

    /**
     * Fits what was tried on all rows its cut leaves, and writes the model to a folder that is not there yet.
     *
     * @return what the fit alone took
     */
    Duration write(Pipeline pipeline, Tried tried, Card card, Path folder) {
        long started = System.nanoTime();
        var fitted = validation.fit(pipeline, tried.cut());
        var fitting = Duration.ofNanos(System.nanoTime() - started);
        var inputs = new LinkedHashSet<>(fitted.inputs());
        ModelFolder.write(folder, new ServedModel(data.contract().forServing(inputs), fitted, card), reference);
        return fitting;
    }

    @Override
    public void close() {
        bench.close();
        boosting.close();
    }
}
