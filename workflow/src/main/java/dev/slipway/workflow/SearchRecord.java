package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Scratch;
import dev.slipway.document.Json;
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Evaluation;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.search.LearningCurve;
import dev.slipway.search.Trial;
import dev.slipway.tracking.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plan a search executed: enough to do it again without a clock, and to say whether the same came out.
 *
 * @param format of this record
 * @param metric that decided
 * @param seed of the draws
 * @param cuts the draws chose from
 * @param trials in the order they were tried, those that were cut off among them; of their scores the metric alone
 * @param kept by candidate, the trial whose pipeline was fitted on all rows
 * @param models by candidate, the SHA-256 of the model that made
 * @param why the winner won
 * @param bill of everything
 * @param curve where it was asked for
 */
public record SearchRecord(
        int format,
        String metric,
        long seed,
        List<Cut> cuts,
        List<Trial> trials,
        SortedMap<String, Integer> kept,
        SortedMap<String, String> models,
        String why,
        Bill bill,
        Optional<LearningCurve> curve) {
    /** The name of its file. */
    static final String FILE = "search.json";

    static final int FORMAT = 1;

    /** The tag of a training that says which file it is: its SHA-256 and its bytes. */
    static final String TAG = "search";

    public SearchRecord {
        cuts = List.copyOf(cuts);
        trials = trials.stream().map(SearchRecord::measured).toList();
        kept = Collections.unmodifiableSortedMap(kept);
        models = Collections.unmodifiableSortedMap(models);
    }

    /** @param runs one for each result, in the same order, with its model */
    static SearchRecord of(Found found, List<Run> runs, Bill bill) {
        String metric = found.settings().metric().id();
        var kept = new TreeMap<String, Integer>();
        var models = new TreeMap<String, String>();
        for (int i = 0; i < runs.size(); i++) {
            kept.put(runs.get(i).name(), found.results().get(i).best().number());
            models.put(runs.get(i).name(), ModelHash.of(runs.get(i).model().orElseThrow()));
        }
        return new SearchRecord(
                FORMAT,
                metric,
                found.settings().seed(),
                found.settings().cuts(),
                found.trials().stream().map(trial -> trial.only(metric)).toList(),
                kept,
                models,
                found.choice().why(),
                bill,
                found.curve());
    }

    /** The trial with the scores that have a value: a file of JSON cannot say that one has none. */
    private static Trial measured(Trial trial) {
        return new Trial(
                trial.number(),
                trial.what(),
                trial.rung(),
                trial.taught(),
                trial.spent(),
                trial.evaluation().map(SearchRecord::measured),
                trial.answers(),
                trial.unfinished());
    }

    private static Evaluation measured(Evaluation evaluation) {
        var scores = evaluation.scores().stream()
                .filter(score -> score.folds().stream().allMatch(Double::isFinite))
                .toList();
        return new Evaluation(scores, evaluation.rows(), evaluation.folds());
    }

    /**
     * Keeps it among the files of a place.
     *
     * @param folder that is not there yet, for a while
     * @return what the tag says
     */
    String keep(Place place, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(FILE), Json.pretty(this));
        } catch (IOException failure) {
            throw failed("cannot write: " + failure, folder, failure);
        }
        var file = place.put(folder).file(FILE).orElseThrow();
        return file.sha256() + " " + file.size();
    }

    /**
     * The record of a training.
     *
     * @param folder that is not there yet, for a while
     */
    private static SearchRecord of(Place place, Run training, Path folder) {
        var tag = Optional.ofNullable(training.tags().get(TAG))
                .orElseThrow(() -> SlipwayException.refused(
                        "RERUN-NO-RECORD",
                        "the run has no record of its search",
                        "run " + training.id(),
                        "name a finished run of 'slipway train'; 'slipway runs' lists them"));
        var parts = tag.split(" ", 2);
        place.fetch(new Manifest(List.of(new Manifest.Entry(FILE, parts[0], Long.parseLong(parts[1])))), folder);
        try {
            return Json.read(FILE, Files.readAllBytes(folder.resolve(FILE)), SearchRecord.class);
        } catch (IOException failure) {
            throw failed("cannot read: " + failure, folder, failure);
        }
    }

    /** The record of a training, read in a folder that is gone afterwards. */
    static SearchRecord of(Place place, Run training) {
        try (var folder = Scratch.make()) {
            return of(place, training, folder.path().resolve("search"));
        }
    }

    private static SlipwayException failed(String what, Path folder, IOException cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "SEARCH-RECORD", what, folder.toString(), "free space on the disk and check the permissions"),
                cause);
    }

    /** The trial of this number. */
    Trial trial(int number) {
        return trials.get(number - 1);
    }
}
