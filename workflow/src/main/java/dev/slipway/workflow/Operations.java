package dev.slipway.workflow;

import java.util.List;

/** Every operation there is: what a server answers, and what a command can ask of one. */
public final class Operations {
    public static final List<Operation<?, ?>> ALL = List.of(
            StartRun.OPERATION,
            EndRun.OPERATION,
            RecordTraining.OPERATION,
            FindTraining.OPERATION,
            RecordRerun.OPERATION,
            ListRuns.OPERATION,
            JudgeModel.OPERATION,
            ReleaseModel.OPERATION,
            RollBack.OPERATION,
            ListReleases.OPERATION,
            FindModel.OPERATION,
            ChooseModel.OPERATION);

    private Operations() {}
}
