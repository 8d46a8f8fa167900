package dev.slipway.page;

import dev.slipway.dossier.Dossier;
import dev.slipway.page.LineChart.Line;
import dev.slipway.page.LineChart.Point;
import dev.slipway.page.LineChart.Range;
import dev.slipway.portrait.Figures;
import dev.slipway.search.LearningCurve;
import java.util.List;

/** What the training took, what more of a parameter costs, and whether more data would pay. */
final class CostSection {
    private final Dossier dossier;

    CostSection(Dossier dossier) {
        this.dossier = dossier;
    }

    void draw(Markup page) {
        page.open("section", "id", "cost").leaf("h2", "Cost").leaf("p", "The training took " + dossier.bill() + ".");
        if (!dossier.parameterCosts().isEmpty()) {
            parameters(page);
        }
        dossier.curve().ifPresent(curve -> curve(page, curve));
        page.close();
    }

    private void parameters(Markup page) {
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        List.of("candidate", "parameter", "trials", "time goes with it (rank)", "time where high / low")
                .forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close().close().open("tbody");
        dossier.parameterCosts()
                .forEach(cost -> page.open("tr")
                        .leaf("th", cost.candidate(), "scope", "row")
                        .leaf("td", cost.parameter())
                        .leaf("td", Figures.count(cost.trials()), "class", "figure")
                        .leaf("td", Figures.number(cost.rank()), "class", "figure")
                        .leaf("td", Figures.number(cost.ratio()), "class", "figure")
                        .close());
        page.close().close().close();
    }

    private static void curve(Markup page, LearningCurve curve) {
        var points = curve.points().stream()
                .map(point -> new Point(
                        point.rows(),
                        point.score().mean(),
                        "%s: %s"
                                .formatted(
                                        Figures.count(point.rows(), "row"),
                                        Figures.number(point.score().mean()))))
                .toList();
        page.leaf("h3", "Would more data pay?").leaf("p", curve.sentence()).open("div", "class", "cards");
        page.open("div", "class", "card");
        new LineChart(
                        "learning curve",
                        "rows that taught",
                        curve.metric(),
                        Range.of(points.stream().map(Point::x).toList()),
                        Range.of(points.stream().map(Point::y).toList()),
                        List.of(new Line("main", true, points)))
                .draw(page);
        page.close().close();
    }
}
