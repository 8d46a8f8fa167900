package dev.slipway.page;

import dev.slipway.dossier.Dossier;
import dev.slipway.explain.Dependence;
import dev.slipway.explain.ErrorGroups;
import dev.slipway.explain.Importance;
import dev.slipway.page.LineChart.Line;
import dev.slipway.page.LineChart.Point;
import dev.slipway.page.LineChart.Range;
import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why the chosen model answers as it does, and what the rows share that it is most wrong about. */
final class ReasonSections {
    private static final int COLUMNS = 25;

    private final Dossier dossier;

    ReasonSections(Dossier dossier) {
        this.dossier = dossier;
    }

    void draw(Markup page) {
        var explanation = dossier.explanation();
        page.open("section", "id", "importance").leaf("h2", "What the answers rest on");
        page.leaf("p", explanation.summary().text());
        page.open("div", "class", "cards");
        importance(
                page, "What %s loses when a column is dealt anew".formatted(dossier.metric()), explanation.shuffled());
        importance(page, "Mean contribution to the margin", explanation.contributions());
        page.close().close();
        if (!explanation.dependences().isEmpty()) {
            page.open("section", "id", "dependence").leaf("h2", "How answers go with a column");
            page.leaf("p", "The mean answer if every row had this value, all else as it is.", "class", "soft");
            page.open("div", "class", "cards");
            explanation.dependences().forEach(dependence -> dependence(page, dependence));
            page.close().close();
        }
        dossier.errors().ifPresent(errors -> errors(page, errors));
    }

    private static void importance(Markup page, String title, List<Importance> columns) {
        if (columns.isEmpty()) {
            return;
        }
        double most = columns.stream().mapToDouble(Importance::mean).max().orElse(1);
        page.open("div", "class", "card")
                .leaf("h3", title)
                .open("table", "class", "bars")
                .open("tbody");
        columns.stream().limit(COLUMNS).forEach(column -> {
            page.open("tr")
                    .leaf("th", Words.cut(column.column(), Words.SHORT), "scope", "row")
                    .open("td");
            new ShareBar(most > 0 ? column.mean() / most : 0, "main").draw(page);
            page.close().leaf("td", Figures.number(column.mean()));
            page.leaf("td", "± " + Figures.number((column.high() - column.low()) / 2), "class", "soft")
                    .close();
        });
        page.close().close();
        if (columns.size() > COLUMNS) {
            page.leaf("p", "and %s more".formatted(Figures.count(columns.size() - COLUMNS)), "class", "soft");
        }
        page.close();
    }

    private static void dependence(Markup page, Dependence dependence) {
        var points = dependence.points();
        var places = places(points);
        var means = IntStream.range(0, points.size())
                .mapToObj(at -> new Point(
                        places.get(at),
                        points.get(at).mean(),
                        "%s: %s"
                                .formatted(
                                        named(points.get(at)),
                                        Figures.number(points.get(at).mean()))))
                .toList();
        var up = Range.of(points.stream()
                .flatMap(point -> Stream.of(point.low(), point.high(), point.mean()))
                .toList());
        page.open("div", "class", "card").leaf("h3", Words.cut(dependence.column(), Words.SHORT));
        new LineChart(
                        "answers by " + dependence.column(),
                        isNumbers(points) ? "value" : "value, in order",
                        dependence.answer(),
                        Range.of(places),
                        up,
                        List.of(
                                new Line("main", true, means),
                                new Line("soft", false, ends(places, points, true)),
                                new Line("soft", false, ends(places, points, false))))
                .draw(page);
        if (!isNumbers(points)) {
            page.leaf(
                    "p",
                    String.join(", ", points.stream().map(ReasonSections::named).toList()),
                    "class",
                    "soft");
        }
        page.close();
    }

    private static List<Point> ends(List<Double> places, List<Dependence.Point> points, boolean low) {
        return IntStream.range(0, points.size())
                .mapToObj(at -> new Point(
                        places.get(at),
                        low ? points.get(at).low() : points.get(at).high(),
                        ""))
                .toList();
    }

    private static String named(Dependence.Point point) {
        return point.value().isEmpty() ? "(missing)" : Words.cut(point.value(), Words.SHORT);
    }

    /** Numbers stand where they are; everything else in a row. */
    private static List<Double> places(List<Dependence.Point> points) {
        return isNumbers(points)
                ? points.stream()
                        .map(point -> Double.parseDouble(point.value()))
                        .toList()
                : IntStream.range(0, points.size()).mapToObj(at -> (double) at).toList();
    }

    private static boolean isNumbers(List<Dependence.Point> points) {
        return points.stream().allMatch(point -> point.value().matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?"));
    }

    private void errors(Markup page, ErrorGroups errors) {
        page.open("section", "id", "errors").leaf("h2", "Where it is most wrong");
        page.leaf(
                "p",
                "The worst %s of %s carry %s of the loss."
                        .formatted(
                                Figures.count(errors.worst(), "row"),
                                Figures.count(errors.rows()),
                                Figures.share(errors.share())));
        if (errors.groups().isEmpty()) {
            page.leaf("p", "They share nothing that chance would not give them.");
        } else {
            groups(page, errors);
        }
        worst(page, errors);
        page.close();
    }

    private static void groups(Markup page, ErrorGroups errors) {
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        List.of("what they share", "rows", "of the worst", "times as often", "interval")
                .forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close().close().open("tbody");
        errors.groups()
                .forEach(group -> page.open("tr")
                        .leaf("th", Words.cut(group.text(), Words.LONG), "scope", "row")
                        .leaf("td", Figures.count(group.rows()), "class", "figure")
                        .leaf("td", Figures.count(group.marked()), "class", "figure")
                        .leaf("td", Figures.number(group.lift()), "class", "figure")
                        .leaf(
                                "td",
                                Figures.number(group.low()) + " to " + Figures.number(group.high()),
                                "class",
                                "figure")
                        .close());
        page.close().close().close();
    }

    private void worst(Markup page, ErrorGroups errors) {
        page.open("details").leaf("summary", "the very worst").open("table").open("tbody");
        for (int at = 0; at < errors.first().size(); at++) {
            var bad = errors.first().get(at);
            page.open("tr")
                    .leaf("th", at < dossier.worst().size() ? dossier.worst().get(at) : "", "scope", "row");
            page.leaf("td", "true: " + Words.cut(bad.truth(), Words.SHORT));
            page.leaf("td", "answered: " + Figures.number(bad.answer())).close();
        }
        page.close().close().close();
    }
}
