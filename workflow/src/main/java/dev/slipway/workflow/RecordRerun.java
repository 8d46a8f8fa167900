package dev.slipway.workflow;

import dev.slipway.evidence.Fact;

/** Keeps, as evidence, whether a training that was done again came out the same. */
public final class RecordRerun {
    public static final Operation<Rerun.Report, Rerun.Report> OPERATION =
            new Operation<>("record-rerun", Rerun.Report.class, Rerun.Report.class, RecordRerun::record);

    private RecordRerun() {}

    private static Rerun.Report record(Workspace workspace, Rerun.Report report) {
        workspace
                .store()
                .evidence()
                .append(Fact.of(
                        "rerun",
                        "run:" + report.training(),
                        report.same() ? "equal" : "different",
                        report,
                        report.who()));
        return report;
    }
}
