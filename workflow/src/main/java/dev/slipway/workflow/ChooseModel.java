package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.ModelVersion;
import dev.slipway.tracking.Run;
import java.util.Optional;
import java.util.regex.Pattern;

/** The model that somebody named in a word, to be read: nothing is registered by looking at it. */
public final class ChooseModel {
    public static final Operation<Question, Chosen> OPERATION =
            new Operation<>("choose-model", Question.class, Chosen.class, ChooseModel::choose);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBERED = Pattern.compile("(.+):([0-9]{1,9})");
    private static final Pattern RUN = Pattern.compile("[0-9a-fA-F]{4,32}");

    /**
     * @param model whose versions are meant where only a number is said
     * @param word {@code 3}, {@code ferry:3}, {@code ferry} or the beginning of a run's id; the newest version where it is not
     *     said
     * @param run the beginning of a run's id, to be sure
     */
    public record Question(String model, Optional<String> word, Optional<String> run) {}

    /** @param version empty where it is the model of a run that is no version */
    public record Chosen(String model, Optional<Integer> version, String run, Manifest files) {
        private static Chosen of(ModelVersion version) {
            return new Chosen(version.model(), Optional.of(version.version()), version.run(), version.files());
        }

        /** As in {@code ferry version 3}, or {@code run 4f0a91c2}. */
        public String name() {
            return version.map(number -> model + " version " + number)
                    .orElseGet(() -> "run " + run.substring(0, Math.min(8, run.length())));
        }
    }

    private ChooseModel() {}

    private static Chosen choose(Workspace workspace, Question question) {
        if (question.run().isPresent()) {
            return ofRun(workspace, question.model(), question.run().get());
        }
        if (question.word().isEmpty()) {
            return newest(workspace, question.model());
        }
        var word = question.word().get();
        var models = workspace.store().models();
        if (NUMBER.matcher(word).matches()) {
            return Chosen.of(models.require(question.model(), Integer.parseInt(word)));
        }
        var numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            return Chosen.of(models.require(numbered.group(1), Integer.parseInt(numbered.group(2))));
        }
        boolean run = RUN.matcher(word).matches() && !models.models().contains(word);
        return run ? ofRun(workspace, question.model(), word) : named(workspace, word);
    }

    private static Chosen named(Workspace workspace, String word) {
        var known = workspace.store().models().models();
        if (!known.isEmpty() && !known.contains(word)) {
            throw SlipwayException.missing(
                    "MODEL-UNKNOWN",
                    "there is no model '%s'%s".formatted(word, Nearest.hint(word, known)),
                    workspace.folder().path().toString(),
                    "use one of: %s; a version is written %s:1, or name a run with --run"
                            .formatted(String.join(", ", known), known.get(0)));
        }
        return newest(workspace, word);
    }

    private static Chosen newest(Workspace workspace, String model) {
        return workspace.store().models().list(model).stream()
                .findFirst()
                .map(Chosen::of)
                .orElseThrow(() -> SlipwayException.missing(
                        "MODEL-NONE",
                        "no model called '%s' was ever trained here".formatted(model),
                        workspace.folder().path().toString(),
                        "train one first: slipway train"));
    }

    private static Chosen ofRun(Workspace workspace, String model, String id) {
        var run = workspace.store().runs().require(id);
        var files = run.model().orElseThrow(() -> noModel(run));
        var version = workspace.store().models().list(model).stream()
                .filter(each -> each.run().equals(run.id()))
                .map(ModelVersion::version)
                .findFirst();
        return new Chosen(model, version, run.id(), files);
    }

    private static SlipwayException noModel(Run run) {
        return SlipwayException.usage(
                "RUN-NO-MODEL",
                "the run has no model of its own",
                "run " + run.id(),
                "name the run of one candidate; 'slipway compare %s' lists them".formatted(run.id()));
    }
}
