package dev.slipway.cli;

import dev.slipway.search.LearningCurve;
import dev.slipway.search.ParameterCost;
import dev.slipway.workflow.Train;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a training says beside its scores: why the winner won, whether more data would pay, and what all of it took. */
final class LearningReport {
    private LearningReport() {}

    static void print(PrintWriter out, Train.Report report) {
        if (!report.parameters().isEmpty()) {
            parameters(out, report.parameters());
        }
        report.curve().ifPresent(curve -> curve(out, curve));
        Train.doubts(report.candidates().get(0)).forEach(doubt -> out.println("WARNING: " + doubt));
        out.println(report.why() + ".");
        out.println("bill: " + report.bill().shown());
    }

    private static void parameters(PrintWriter out, List<ParameterCost> costs) {
        var grid = new Grid("candidate", "parameter", "trials", "time goes with it", "high over low");
        costs.forEach(cost -> grid.add(List.of(
                cost.candidate(),
                cost.parameter(),
                Integer.toString(cost.trials()),
                String.format(Locale.ROOT, "%+.2f", cost.rank()),
                String.format(Locale.ROOT, "%.1f times", cost.ratio()))));
        grid.print(out);
    }

    private static void curve(PrintWriter out, LearningCurve curve) {
        var grid = new Grid("rows", curve.metric());
        curve.points()
                .forEach(point -> grid.add(List.of(
                        String.format(Locale.ROOT, "%,d", point.rows()),
                        Shown.number(point.score().mean()) + " ±"
                                + Shown.number(point.score().deviation()))));
        grid.print(out);
        out.println(curve.sentence() + ".");
    }
}
