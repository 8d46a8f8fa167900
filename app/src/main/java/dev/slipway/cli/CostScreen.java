package dev.slipway.cli;

import dev.slipway.workflow.CostFeatures;
import dev.slipway.workflow.FeatureCost;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each column costs and adds, in a terminal. */
final class CostScreen {
    private CostScreen() {}

    static void print(PrintWriter out, CostFeatures.Report report) {
        out.println("%s: %s, %.1f microseconds an answer, %s %s over %d folds"
                .formatted(
                        ModelScreen.name(report.model(), report.version(), report.run()),
                        report.candidate(),
                        report.microseconds(),
                        report.metric(),
                        Shown.number(report.score()),
                        report.folds()));
        boolean bought =
                report.columns().stream().anyMatch(column -> column.source().isPresent());
        var header = new ArrayList<>(List.of("column", "µs", "bytes", "missing"));
        if (bought) {
            header.add((report.unit() + " per 1,000").strip());
        }
        header.addAll(List.of("adds " + report.metric(), "95 % from", "to"));
        var grid = new Grid(header.toArray(String[]::new));
        report.columns().forEach(column -> grid.add(row(column, bought)));
        grid.print(out);
        report.unmeasured().forEach(each -> out.println("not measured: %s: %s".formatted(each.column(), each.why())));
        out.println(report.sentence());
    }

    private static List<String> row(FeatureCost cost, boolean bought) {
        var row = new ArrayList<>(List.of(
                ModelScreen.cut(cost.column()),
                figure("%.1f", cost.microseconds()),
                figure("%.1f", Optional.of(cost.bytes())),
                figure("%.1f%%", Optional.of(100 * cost.missing()))));
        if (bought) {
            row.add(figure("%.4f", cost.source().map(each -> 1_000 * each)));
        }
        row.add(figure("%+.4f", cost.loss().map(loss -> loss.mean())));
        row.add(figure("%+.4f", cost.loss().map(loss -> loss.low())));
        row.add(figure("%+.4f", cost.loss().map(loss -> loss.high())));
        return row;
    }

    private static String figure(String format, Optional<Double> figure) {
        return figure.map(each -> String.format(Locale.ROOT, format, each)).orElse("");
    }
}
