package dev.slipway.workflow;

import dev.slipway.evidence.Fact;
import dev.slipway.registry.ModelVersion;
import dev.slipway.tracking.Run;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps a finished training, whole or not at all: the run of the training, a run for each candidate with its model, the
 * best one as a new model version, and the evidence of it all.
 */
public final class RecordTraining {
    public static final Operation<Question, ModelVersion> OPERATION =
            new Operation<>("record-training", Question.class, ModelVersion.class, RecordTraining::record);

    /**
     * @param training over, and started before
     * @param candidates over, each with its model
     * @param best the id of the candidate's run that becomes a version
     */
    public record Question(String model, Run training, List<Run> candidates, String best, String who) {}

    private RecordTraining() {}

    private static ModelVersion record(Workspace workspace, Question question) {
        var store = workspace.store();
        return store.transaction(() -> {
            for (var run : question.candidates()) {
                store.runs().start(run);
            }
            store.runs().finish(question.training());
            var best = store.runs().require(question.best());
            var version = store.models()
                    .register(question.model(), best.id(), best.model().orElseThrow());
            store.evidence()
                    .append(Fact.of(
                            "train",
                            "model:%s:%d".formatted(version.model(), version.version()),
                            "finished",
                            Map.of(
                                    "training", question.training().id(),
                                    "run", best.id(),
                                    "metrics", named(best.metrics()),
                                    "params", best.params(),
                                    "tags", question.training().tags()),
                            question.who()));
            return version;
        });
    }

    /** NaN and the infinities, which a run's metrics may be and JSON has no numbers for, as their names. */
    private static SortedMap<String, Object> named(SortedMap<String, Double> metrics) {
        var named = new TreeMap<String, Object>();
        metrics.forEach((name, value) -> named.put(name, Double.isFinite(value) ? value : value.toString()));
        return named;
    }
}
