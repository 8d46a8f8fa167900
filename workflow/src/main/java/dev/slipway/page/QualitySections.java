package dev.slipway.page;

import dev.slipway.dossier.Dossier;
import dev.slipway.dossier.Quality;
import dev.slipway.evaluation.Decision;
import dev.slipway.metric.Calibration;
import dev.slipway.metric.Curve;
import dev.slipway.page.LineChart.Line;
import dev.slipway.page.LineChart.Point;
import dev.slipway.page.LineChart.Range;
import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.stream.Stream;

/** How good the chosen model's answers are: figures, curves, and what was answered for what. */
final class QualitySections {
    private final Dossier dossier;
    private final Quality quality;

    QualitySections(Dossier dossier) {
        this.dossier = dossier;
        this.quality = dossier.quality();
    }

    void draw(Markup page) {
        page.open("section", "id", "quality").leaf("h2", "Quality");
        page.leaf(
                "p",
                "Over %s, each answered by a model that had not seen it."
                        .formatted(Figures.count(quality.rows(), "row")),
                "class",
                "soft");
        figures(page);
        page.open("div", "class", "cards");
        quality.roc().ifPresent(curve -> curve(page, "ROC", "false positive rate", "true positive rate", curve, true));
        quality.precisionRecall()
                .ifPresent(curve -> curve(page, "Precision and recall", "recall", "precision", curve, false));
        quality.gain().ifPresent(curve -> curve(page, "Gain", "rows acted on", "positives among them", curve, true));
        quality.calibration().ifPresent(calibration -> calibration(page, calibration));
        offs(page);
        quality.decision().ifPresent(decision -> decision(page, decision));
        page.close();
        confusion(page);
        page.close();
    }

    private void figures(Markup page) {
        page.open("dl", "class", "facts");
        quality.figures()
                .forEach(figure -> figure.value()
                        .ifPresent(value -> page.open("div")
                                .leaf("dt", figure.metric())
                                .leaf(
                                        "dd",
                                        Figures.number(value)
                                                + figure.interval()
                                                        .map(interval -> " (%s to %s)"
                                                                .formatted(
                                                                        Figures.number(interval.low()),
                                                                        Figures.number(interval.high())))
                                                        .orElse(""))
                                .close()));
        page.close();
    }

    private static void curve(Markup page, String title, String x, String y, Curve curve, boolean diagonal) {
        var points = curve.points().stream()
                .map(point -> new Point(point.x(), point.y(), "from " + Figures.number(point.threshold())))
                .toList();
        var even = new Line("soft", false, List.of(new Point(0, 0, ""), new Point(1, 1, "")));
        var line = new Line("main", false, points);
        card(
                page,
                title,
                new LineChart(title, x, y, Range.UNIT, Range.UNIT, diagonal ? List.of(line, even) : List.of(line)));
    }

    private static void card(Markup page, String title, LineChart chart) {
        page.open("div", "class", "card").leaf("h3", title);
        chart.draw(page);
        page.close();
    }

    private static void calibration(Markup page, Calibration calibration) {
        var points = calibration.bins().stream()
                .map(bin -> new Point(
                        bin.predicted(),
                        bin.happened(),
                        "%s: said %s, happened %s"
                                .formatted(
                                        Figures.count(bin.rows(), "row"),
                                        Figures.share(bin.predicted()),
                                        Figures.share(bin.happened()))))
                .toList();
        var chart = new LineChart(
                "calibration",
                "probability answered",
                "share that happened",
                Range.UNIT,
                Range.UNIT,
                List.of(
                        new Line("main", true, points),
                        new Line("soft", false, List.of(new Point(0, 0, ""), new Point(1, 1, "")))));
        page.open("div", "class", "card").leaf("h3", "Calibration");
        chart.draw(page);
        page.leaf(
                "p",
                "On average %s off, at most %s."
                        .formatted(
                                Figures.share(calibration.expectedError()), Figures.share(calibration.largestError())),
                "class",
                "soft");
        page.close();
    }

    private void offs(Markup page) {
        if (quality.offs().isEmpty()) {
            return;
        }
        var range = Range.of(quality.offs().stream()
                .flatMap(off -> Stream.of(off.answered(), off.truth()))
                .toList());
        var points = quality.offs().stream()
                .map(off -> new Point(
                        off.answered(),
                        off.truth(),
                        "%s: answered %s, true %s"
                                .formatted(
                                        Figures.count(off.rows(), "row"),
                                        Figures.number(off.answered()),
                                        Figures.number(off.truth()))))
                .toList();
        var even = new Line(
                "soft",
                false,
                List.of(new Point(range.low(), range.low(), ""), new Point(range.high(), range.high(), "")));
        card(
                page,
                "Answer and truth",
                new LineChart(
                        "answer and truth",
                        "mean answer",
                        "mean truth",
                        range,
                        range,
                        List.of(new Line("main", true, points), even)));
    }

    private static void decision(Markup page, Decision decision) {
        page.open("div", "class", "card")
                .leaf("h3", "What acting on it is worth")
                .open("dl", "class", "facts");
        fact(
                page,
                decision.chosen() ? "acts from (brings most)" : "acts from (as told)",
                Figures.number(decision.threshold()));
        var unit = (" " + decision.unit() + " per 1,000 rows").replace("  ", " ");
        fact(page, "then it brings", Figures.number(decision.perThousand()) + unit);
        fact(page, "acting from one half", Figures.number(decision.atHalf()) + unit);
        fact(page, "acting on everybody", Figures.number(decision.everybody()) + unit);
        fact(page, "acting on nobody", Figures.number(decision.nobody()) + unit);
        page.close().close();
    }

    private static void fact(Markup page, String name, String value) {
        page.open("div").leaf("dt", name).leaf("dd", value).close();
    }

    private void confusion(Markup page) {
        if (quality.confusion().isEmpty()) {
            return;
        }
        var labels = dossier.data().labels();
        page.leaf("h3", "What was answered for what")
                .open("div", "class", "scroll panel")
                .open("table");
        page.open("thead").open("tr").leaf("th", "true class", "scope", "col");
        labels.forEach(label -> page.leaf("th", "answered " + Words.cut(label, Words.SHORT), "scope", "col"));
        page.close().close().open("tbody");
        for (int truth = 0; truth < labels.size(); truth++) {
            page.open("tr").leaf("th", Words.cut(labels.get(truth), Words.SHORT), "scope", "row");
            quality.confusion().get(truth).forEach(count -> page.leaf("td", Figures.number(count), "class", "figure"));
            page.close();
        }
        page.close().close().close();
    }
}
