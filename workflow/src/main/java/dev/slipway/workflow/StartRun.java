package dev.slipway.workflow;

import dev.slipway.tracking.Run;

/** Says that a training has begun, so that others see it, and so that it is known if it never ends. */
public final class StartRun {
    public static final Operation<Run, Run> OPERATION =
            new Operation<>("start-run", Run.class, Run.class, StartRun::start);

    private StartRun() {}

    private static Run start(Workspace workspace, Run run) {
        workspace.store().runs().start(run);
        return run;
    }
}
