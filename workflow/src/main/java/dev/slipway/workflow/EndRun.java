package dev.slipway.workflow;

import dev.slipway.tracking.Run;

/** Says how a run ended that has no model to show. */
public final class EndRun {
    public static final Operation<Run, Run> OPERATION = new Operation<>("end-run", Run.class, Run.class, EndRun::end);

    private EndRun() {}

    private static Run end(Workspace workspace, Run run) {
        workspace.store().runs().finish(run);
        return run;
    }
}
