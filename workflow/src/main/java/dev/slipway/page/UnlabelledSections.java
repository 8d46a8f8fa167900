package dev.slipway.page;

import dev.slipway.analysis.ClusterPoint;
import dev.slipway.analysis.ClusterPortrait;
import dev.slipway.analysis.Clusters;
import dev.slipway.dossier.Dossier;
import dev.slipway.page.LineChart.Line;
import dev.slipway.page.LineChart.Point;
import dev.slipway.page.LineChart.Range;
import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that nobody has labelled: the clusters they lie in, and the strangest of them. */
final class UnlabelledSections {
    /** Colours of the style; further clusters take turns. */
    private static final int TONES = 6;

    private final Dossier dossier;

    UnlabelledSections(Dossier dossier) {
        this.dossier = dossier;
    }

    void draw(Markup page) {
        dossier.clusters().ifPresent(clusters -> clusters(page, clusters));
        if (!dossier.strangest().isEmpty()) {
            strangest(page);
        }
    }

    private static void clusters(Markup page, Clusters clusters) {
        page.open("section", "id", "clusters").leaf("h2", "Clusters");
        clusters.silhouette()
                .ifPresent(silhouette -> page.leaf(
                        "p",
                        "The silhouette is %s: 1 is clear-cut, 0 is none.".formatted(Figures.number(silhouette)),
                        "class",
                        "soft"));
        page.open("div", "class", "cards");
        chart(page, clusters);
        clusters.portraits().forEach(portrait -> portrait(page, portrait));
        page.close().close();
    }

    private static void chart(Markup page, Clusters clusters) {
        var points = clusters.points();
        if (points.isEmpty()) {
            return;
        }
        var lines = IntStream.range(0, clusters.portraits().size())
                .mapToObj(cluster -> new Line(
                        "tone" + cluster % TONES,
                        true,
                        points.stream()
                                .filter(point -> point.cluster() == cluster)
                                .map(UnlabelledSections::point)
                                .toList()))
                .map(Line::scattered)
                .toList();
        page.open("div", "class", "card").leaf("h3", "The rows from the side that shows most");
        new LineChart(
                        "rows by two components, coloured by cluster",
                        "first component",
                        "second component",
                        Range.of(points.stream().map(ClusterPoint::across).toList()),
                        Range.of(points.stream().map(ClusterPoint::up).toList()),
                        lines)
                .draw(page);
        page.close();
    }

    private static Point point(ClusterPoint point) {
        return new Point(
                point.across(), point.up(), "row %d, cluster %d".formatted(point.row() + 1, point.cluster() + 1));
    }

    private static void portrait(Markup page, ClusterPortrait portrait) {
        page.open("div", "class", "card")
                .leaf("h3", "cluster " + portrait.name())
                .leaf(
                        "p",
                        "%s, %s of all"
                                .formatted(Figures.count(portrait.rows(), "row"), Figures.share(portrait.share())));
        page.open("ul");
        portrait.traits().forEach(trait -> page.leaf("li", Words.cut(trait.sentence(), Words.LONG)));
        page.close().open("details").leaf("summary", "its middle").open("dl", "class", "facts small");
        portrait.middle()
                .forEach(middle -> page.open("div")
                        .leaf("dt", Words.cut(middle.column(), Words.SHORT))
                        .leaf("dd", middle.value().isEmpty() ? "missing" : Words.cut(middle.value(), Words.SHORT))
                        .close());
        page.close().close().close();
    }

    private void strangest(Markup page) {
        page.open("section", "id", "strangest").leaf("h2", "The strangest rows");
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        List.of("row", "strangeness", "why").forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close().close().open("tbody");
        dossier.strangest()
                .forEach(row -> page.open("tr")
                        .leaf("th", row.where(), "scope", "row")
                        .leaf("td", Figures.number(row.strangeness()), "class", "figure")
                        .leaf("td", Words.cut(String.join("; ", row.reasons()), 2 * Words.LONG), "class", "typical")
                        .close());
        page.close().close().close().close();
    }
}
