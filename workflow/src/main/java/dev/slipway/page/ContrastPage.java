package dev.slipway.page;

import dev.slipway.drift.ColumnShift;
import dev.slipway.drift.ColumnShift.Comparison;
import dev.slipway.drift.ColumnShift.Verdict;
import dev.slipway.drift.Drift;
import dev.slipway.portrait.Contrast;
import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.Locale;

/** Two data sets beside each other on one page: what changed first. */
public final class ContrastPage {
    private final Contrast contrast;
    private final Drift drift;
    private final Markup page = new Markup();

    private ContrastPage(Contrast contrast) {
        this.contrast = contrast;
        this.drift = contrast.drift();
    }

    /** The whole file. */
    public static String of(Contrast contrast) {
        return new ContrastPage(contrast).write();
    }

    private String write() {
        Frame.open(page, Words.cut(contrast.after(), Words.LONG) + " · against another");
        page.open("header").open("div", "class", "inner").leaf("p", "profile, against another", "class", "kicker");
        page.open("h1").leaf("bdi", Words.cut(contrast.after(), 120)).close();
        page.leaf(
                "p",
                "%s, against %s of %s"
                        .formatted(
                                Figures.count(drift.rowsAfter(), "row"),
                                Figures.count(drift.rowsBefore(), "row"),
                                Words.cut(contrast.before(), 120)),
                "class",
                "subtitle");
        page.close().close().open("main").open("section", "class", "tiles", "aria-label", "in short");
        tile(
                Figures.count(contrast.changed()),
                "of %s changed".formatted(Figures.count(drift.shifts().size(), "column")));
        tile(Figures.count(drift.added().size()), "columns added");
        tile(Figures.count(drift.gone().size()), "columns gone");
        tile(Figures.count(drift.rowsAfter()), "rows");
        tile(Figures.count(drift.rowsBefore()), "rows before");
        page.close();
        names("added", "Only here", drift.added());
        names("gone", "No longer here", drift.gone());
        table();
        cards();
        page.leaf(
                "footer",
                "Changed: no more than 1 % of the columns that are said to have changed did so by chance (Benjamini and "
                        + "Hochberg), and the distance is at least 0.05. Below 1,000 rows nobody can tell. Shares are of "
                        + "the rows; the bars are before (pale) and after (full).");
        page.close();
        return Frame.close(page);
    }

    private void tile(String figure, String name) {
        page.open("div", "class", "tile")
                .leaf("strong", figure)
                .leaf("span", name)
                .close();
    }

    private void names(String id, String title, List<String> names) {
        if (!names.isEmpty()) {
            page.open("section", "id", id).leaf("h2", title).open("p");
            names.stream()
                    .limit(PortraitPage.LINES)
                    .forEach(name ->
                            page.leaf("code", Words.cut(name, Words.SHORT)).text(" "));
            page.close().close();
        }
    }

    private void table() {
        page.open("section", "id", "columns").leaf("h2", "Columns");
        page.open("div", "class", "scroll")
                .open("table", "class", "columns sortable")
                .open("thead")
                .open("tr");
        for (var head : List.of("column", "verdict", "distance", "psi", "missing")) {
            page.leaf("th", head, "scope", "col", "data-sort", head);
        }
        page.leaf("th", "what changed", "scope", "col").close().close().open("tbody");
        for (int i = 0; i < Math.min(PortraitPage.LINES, drift.shifts().size()); i++) {
            line(drift.shifts().get(i), i);
        }
        page.close().close().close().close();
    }

    private void line(ColumnShift shift, int place) {
        page.open("tr", "data-find", Words.cut(shift.column(), Words.LONG).toLowerCase(Locale.ROOT));
        page.open("th", "scope", "row", "data-key", Integer.toString(place));
        page.open("a", "href", "#" + (place < PortraitPage.CARDS ? "c" + place : "columns"))
                .leaf("bdi", Words.cut(shift.column(), Words.SHORT))
                .close()
                .close();
        page.open("td", "data-key", Contrast.word(shift.verdict()))
                .open("span", "class", "remark")
                .leaf("span", Contrast.word(shift.verdict()), "class", "brief " + tone(shift.verdict()))
                .close()
                .close();
        var comparison = shift.comparison();
        page.open("td", "class", "figure", "data-key", Double.toString(shift.size()));
        comparison.ifPresent(of -> {
            new ShareBar(of.distance(), "main").draw(page);
            page.leaf("span", three(of.distance()), "title", Contrast.measure(of));
        });
        page.close();
        page.leaf(
                "td",
                comparison.map(of -> three(of.psi())).orElse(""),
                "class",
                "figure",
                "data-key",
                comparison.map(of -> Double.toString(of.psi())).orElse("0"));
        page.leaf(
                "td",
                "%s → %s".formatted(Figures.share(shift.missingBefore()), Figures.share(shift.missingAfter())),
                "class",
                "figure",
                "data-key",
                Double.toString(shift.missingAfter() - shift.missingBefore()));
        page.open("td", "class", "typical")
                .leaf("bdi", String.join("; ", Contrast.remarks(shift)))
                .close()
                .close();
    }

    private static String tone(Verdict verdict) {
        return verdict == Verdict.CHANGED || verdict == Verdict.OTHER_KIND
                ? "danger"
                : verdict == Verdict.TOO_FEW ? "decide" : "note";
    }

    private static String three(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private void cards() {
        page.open("section", "id", "cards").leaf("h2", "Before and after").open("div", "class", "cards");
        for (int i = 0; i < Math.min(PortraitPage.CARDS, drift.shifts().size()); i++) {
            card(drift.shifts().get(i), i);
        }
        page.close().close();
    }

    private void card(ColumnShift shift, int place) {
        page.open("article", "class", "card", "id", "c" + place);
        page.open("h3").leaf("bdi", Words.cut(shift.column(), 80));
        page.leaf("span", shift.after().label(), "class", "pill").close();
        page.open("p", "class", "note " + tone(shift.verdict()))
                .leaf("strong", Contrast.word(shift.verdict()))
                .text(" " + String.join("; ", Contrast.remarks(shift)))
                .close();
        shift.comparison().ifPresent(of -> comparison(shift, of));
        page.close();
    }

    private void comparison(ColumnShift shift, Comparison of) {
        page.open("dl", "class", "facts small");
        fact(Contrast.measure(of), three(of.distance()));
        fact(of.numbers() ? "Wasserstein / sd" : "Jensen-Shannon", three(of.other()));
        fact("PSI", three(of.psi()));
        fact("by chance", of.p() < 0.001 ? "<0.1%" : Figures.share(of.p()));
        page.close();
        double most = of.slices().stream()
                .mapToDouble(slice -> Math.max(slice.before(), slice.after()))
                .max()
                .orElse(1);
        page.open("table", "class", "bars pairs")
                .open("thead", "class", "unseen")
                .open("tr");
        for (var head : List.of("values", "bars", "before", "after")) {
            page.leaf("th", head, "scope", "col");
        }
        page.close().close().open("tbody");
        for (var slice : of.slices()) {
            page.open("tr").open("th", "scope", "row");
            page.leaf("bdi", Words.cut(Contrast.label(shift, slice), Words.SHORT))
                    .close()
                    .open("td");
            new ShareBar(slice.before() / most, "pale").draw(page);
            new ShareBar(slice.after() / most, "main").draw(page);
            page.close();
            page.leaf("td", Figures.share(slice.before()), "class", "figure soft");
            page.leaf("td", Figures.share(slice.after()), "class", "figure");
            page.close();
        }
        page.close().close();
    }

    private void fact(String name, String value) {
        page.open("div").leaf("dt", name).leaf("dd", value).close();
    }
}
