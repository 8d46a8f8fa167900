package dev.slipway.workflow;

import dev.slipway.tracking.Run;

/** The training a run is, or was part of. */
public final class FindTraining {
    public static final Operation<Question, Run> OPERATION =
            new Operation<>("find-training", Question.class, Run.class, FindTraining::find);

    /** @param run an id or the beginning of one; of a training or of one of its candidates */
    public record Question(String run) {}

    private FindTraining() {}

    private static Run find(Workspace workspace, Question question) {
        var runs = workspace.store().runs();
        var run = runs.require(question.run());
        return run.parent().map(runs::require).orElse(run);
    }
}
