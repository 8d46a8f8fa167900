package dev.slipway.page;

import dev.slipway.dossier.Dossier;
import dev.slipway.metric.Metric;
import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A training run as one page for a browser, a printer or a mail: nothing is fetched, nothing of the data can run. */
public final class DossierPage {
    private static final List<String> COSTS = List.of(
            "fit_seconds", "latency_p50_ms", "latency_p99_ms", "batch_rows_per_s", "resident_bytes", "size_bytes");

    private final Dossier dossier;
    private final Markup page = new Markup();

    private DossierPage(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The whole file. */
    public static String of(Dossier dossier) {
        return new DossierPage(dossier).write();
    }

    private String write() {
        Frame.open(page, dossier.model() + " · run " + shortId(dossier.run()));
        page.open("header").open("div", "class", "inner");
        page.leaf("p", "training run", "class", "kicker");
        page.open("h1").leaf("bdi", dossier.model()).close();
        page.leaf("p", subtitle(), "class", "subtitle");
        page.close().close();
        page.open("main");
        warnings();
        tiles();
        candidates();
        if (dossier.quality().rows() > 0) {
            new QualitySections(dossier).draw(page);
        }
        new UnlabelledSections(dossier).draw(page);
        new JudgementSections(dossier).draw(page);
        new ReasonSections(dossier).draw(page);
        new CostSection(dossier).draw(page);
        purpose();
        provenance();
        page.open("footer")
                .text(
                        "Figures are of rows that the answering model had not seen, unless a section says otherwise. Go on with ")
                .leaf("code", "slipway compare " + shortId(dossier.run()))
                .text(" or ")
                .leaf("code", "slipway gate")
                .close();
        page.close();
        return Frame.close(page);
    }

    private static String shortId(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private String subtitle() {
        var data = dossier.data();
        var asked = data.target().isEmpty() ? "no target" : "predicts " + Words.cut(data.target(), Words.SHORT);
        return "run %s, %s · %s from %s and %s"
                .formatted(
                        shortId(dossier.run()),
                        dossier.time(),
                        asked,
                        Figures.count(data.rows(), "row"),
                        Figures.count(data.columns(), "column"));
    }

    private void warnings() {
        if (dossier.warnings().isEmpty()) {
            return;
        }
        page.open("section", "id", "warnings").leaf("h2", "Read this first").open("ul", "class", "remarks");
        dossier.warnings()
                .forEach(warning -> page.open("li", "class", "danger")
                        .leaf("span", warning, "class", "text")
                        .close());
        page.close().close();
    }

    private void tiles() {
        var winner = dossier.candidates().get(0);
        page.open("section", "class", "tiles", "aria-label", "in short");
        tile(winner.name(), "chosen");
        tile(figure(winner.metrics(), dossier.metric()), dossier.metric() + " over the folds");
        dossier.quality().figures().stream()
                .filter(figure -> figure.interval().isPresent())
                .findFirst()
                .ifPresent(figure -> tile(
                        figure.interval()
                                .map(interval ->
                                        Figures.number(interval.low()) + " to " + Figures.number(interval.high()))
                                .orElse(""),
                        "95 % interval of " + figure.metric()));
        dossier.quality()
                .decision()
                .ifPresent(decision -> tile(
                        Figures.number(decision.perThousand()) + " " + decision.unit(),
                        "per 1,000 rows, acting from " + Figures.number(decision.threshold())));
        tile(figure(winner.metrics(), "latency_p99_ms") + " ms", "slowest answer of a hundred");
        page.close();
    }

    private void tile(String figure, String name) {
        page.open("div", "class", "tile")
                .leaf("strong", figure)
                .leaf("span", name)
                .close();
    }

    private static String figure(Map<String, Double> metrics, String name) {
        var value = metrics.get(name);
        return value == null ? "" : Figures.number(value);
    }

    private void candidates() {
        page.open("section", "id", "candidates").leaf("h2", "Candidates").leaf("p", dossier.why());
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        var scores = scores();
        page.leaf("th", "candidate", "scope", "col");
        scores.forEach(name -> page.leaf("th", name, "scope", "col"));
        COSTS.forEach(name -> page.leaf("th", name.replace('_', ' '), "scope", "col"));
        page.leaf("th", "trials", "scope", "col").leaf("th", "CPU s", "scope", "col");
        page.leaf("th", "parameters", "scope", "col").close().close().open("tbody");
        dossier.candidates().forEach(entry -> candidate(entry, scores));
        page.close().close().close().close();
    }

    private void candidate(Dossier.Entry entry, List<String> scores) {
        page.open("tr").leaf("th", entry.name(), "scope", "row");
        scores.forEach(name -> page.leaf("td", withSpread(entry.metrics(), name), "class", "figure"));
        COSTS.forEach(name -> page.leaf("td", figure(entry.metrics(), name), "class", "figure"));
        page.leaf("td", Figures.count(entry.trials()), "class", "figure");
        page.leaf("td", Figures.number(entry.cpuSeconds()), "class", "figure");
        page.leaf("td", Words.cut(written(entry.parameters()), Words.LONG), "class", "typical")
                .close();
    }

    private List<String> scores() {
        int classes = Math.max(1, dossier.data().labels().size());
        return Stream.concat(
                        Stream.of(dossier.metric()),
                        Metric.forClasses(classes).stream().map(Metric::id))
                .distinct()
                .filter(id -> dossier.candidates().stream()
                        .anyMatch(entry -> entry.metrics().containsKey(id)))
                .limit(4)
                .toList();
    }

    private static String withSpread(Map<String, Double> metrics, String name) {
        var spread = figure(metrics, name + "_sd");
        var figure = figure(metrics, name);
        return figure.isEmpty() || spread.isEmpty() ? figure : figure + " ± " + spread;
    }

    private static String written(SortedMap<String, String> parameters) {
        var text = new StringBuilder();
        parameters.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value));
        return text.isEmpty() ? "none" : text.toString();
    }

    private void purpose() {
        var purpose = dossier.purpose();
        page.open("section", "id", "purpose").leaf("h2", "Purpose").open("dl", "class", "facts");
        fact("moves", purpose.moves().orElse("not said"));
        fact("used by", purpose.usedBy().orElse("not said"));
        fact("owner", purpose.owner().orElse("not said"));
        page.close().close();
    }

    private void provenance() {
        var data = dossier.data();
        page.open("section", "id", "provenance")
                .leaf("h2", "Where it came from")
                .open("dl", "class", "facts");
        fact("rows parted", "%s in %d folds: %s".formatted(data.split(), data.folds(), data.why()));
        dossier.provenance().forEach((name, value) -> {
            if (!value.startsWith("{")) {
                fact(name, Words.cut(value, Words.LONG));
            }
        });
        page.close().close();
    }

    private void fact(String name, String value) {
        page.open("div").leaf("dt", name).leaf("dd", value).close();
    }
}
