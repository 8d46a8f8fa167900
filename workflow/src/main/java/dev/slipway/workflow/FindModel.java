package dev.slipway.workflow;

import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.ModelVersion;
import java.util.Optional;

/** The model version that serves a deployment, or another one by its number. */
public final class FindModel {
    public static final Operation<Question, ModelVersion> OPERATION =
            new Operation<>("find-model", Question.class, ModelVersion.class, FindModel::find);

    /** @param version the one that serves where it is not said */
    public record Question(String deployment, String model, Optional<Integer> version) {}

    private FindModel() {}

    private static ModelVersion find(Workspace workspace, Question question) {
        var store = workspace.store();
        if (question.version().isPresent()) {
            return store.models().require(question.model(), question.version().get());
        }
        var plan = store.releases()
                .current(question.deployment())
                .orElseThrow(() -> SlipwayException.missing(
                        "RELEASE-NONE",
                        "nothing serves this deployment",
                        "deployment '" + question.deployment() + "'",
                        "release a model first: slipway release; or name a version: --model-version N"))
                .plan();
        return store.models().require(plan.model(), plan.champion());
    }
}
