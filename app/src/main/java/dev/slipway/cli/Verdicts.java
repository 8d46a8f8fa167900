package dev.slipway.cli;

import dev.slipway.workflow.JudgeModel;
import java.io.PrintWriter;
import java.util.List;

/** What the gates said, one line a gate. */
final class Verdicts {
    private Verdicts() {}

    static void print(PrintWriter out, JudgeModel.Answer judged) {
        var grid = new Grid("verdict", "gate", "because");
        judged.verdicts().forEach(each -> grid.add(List.of(each.verdict(), each.gate(), each.reason())));
        grid.print(out);
        out.println("version %d of model '%s' %s (evidence %d)"
                .formatted(
                        judged.version(),
                        judged.model(),
                        judged.allowed() ? "may be released" : "may not be released",
                        judged.evidence()));
    }
}
