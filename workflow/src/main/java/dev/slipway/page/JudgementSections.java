package dev.slipway.page;

import dev.slipway.analysis.Fairness;
import dev.slipway.analysis.LabelSuspects;
import dev.slipway.analysis.Slice;
import dev.slipway.analysis.Slices;
import dev.slipway.dossier.Dossier;
import dev.slipway.portrait.Figures;
import java.util.List;

/** For whom the chosen model does worse, how groups are treated, and which labels are in doubt. */
final class JudgementSections {
    private static final int SUSPECTS = 20;

    private final Dossier dossier;

    JudgementSections(Dossier dossier) {
        this.dossier = dossier;
    }

    void draw(Markup page) {
        dossier.slices().ifPresent(slices -> slices(page, slices));
        if (!dossier.fairness().isEmpty()) {
            page.open("section", "id", "fairness").leaf("h2", "Fairness");
            dossier.fairness().forEach(fairness -> fairness(page, fairness));
            page.close();
        }
        dossier.suspects().ifPresent(suspects -> suspects(page, suspects));
    }

    private static void slices(Markup page, Slices slices) {
        page.open("section", "id", "slices").leaf("h2", "Slices");
        page.leaf(
                "p",
                "%s is %s over all rows. %s looked at; a slice has at least %s."
                        .formatted(
                                slices.metric(),
                                slices.overall().map(Figures::number).orElse("not known"),
                                Figures.count(slices.looked(), "slice") + (slices.looked() == 1 ? " was" : " were"),
                                Figures.count(slices.leastRows(), "row")),
                "class",
                "soft");
        for (var declared : slices.declared()) {
            page.leaf("h3", "declared: " + Words.cut(declared.name(), Words.SHORT));
            table(page, slices.metric(), declared.slices());
        }
        page.leaf("h3", "found");
        if (slices.found().isEmpty()) {
            page.leaf("p", "None loses more than the others by more than chance.");
        } else {
            table(page, slices.metric(), slices.found());
        }
        page.close();
    }

    private static void table(Markup page, String metric, List<Slice> slices) {
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        List.of("rows that keep", "rows", metric, "interval", "mean loss", "others' loss", "chance")
                .forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close().close().open("tbody");
        for (var slice : slices) {
            page.open("tr").leaf("th", Words.cut(slice.condition(), Words.LONG), "scope", "row");
            figure(page, Figures.count(slice.rows()));
            figure(page, slice.enough() ? slice.value().map(Figures::number).orElse("") : "not enough data");
            figure(
                    page,
                    slice.interval()
                            .map(interval -> Figures.number(interval.low()) + " to " + Figures.number(interval.high()))
                            .orElse(""));
            figure(page, slice.enough() ? Figures.number(slice.loss()) : "");
            figure(page, slice.enough() ? Figures.number(slice.others()) : "");
            figure(page, slice.enough() ? Figures.share(slice.chance()) : "");
            page.close();
        }
        page.close().close().close();
    }

    private static void figure(Markup page, String text) {
        page.leaf("td", text, "class", "figure");
    }

    private static void fairness(Markup page, Fairness fairness) {
        page.leaf("h3", "by " + Words.cut(fairness.column(), Words.SHORT));
        page.open("dl", "class", "facts");
        if (fairness.gaps().isEmpty()) {
            page.leaf(
                    "p",
                    "Not enough data: fewer than two groups have %s."
                            .formatted(Figures.count(fairness.leastRows(), "row")));
        }
        fairness.gaps()
                .forEach(gap -> gap.value()
                        .ifPresent(value -> page.open("div")
                                .leaf("dt", gap.measure().replace('_', ' '))
                                .leaf(
                                        "dd",
                                        Figures.number(value)
                                                + gap.interval()
                                                        .map(interval -> " (%s to %s)"
                                                                .formatted(
                                                                        Figures.number(interval.low()),
                                                                        Figures.number(interval.high())))
                                                        .orElse(""))
                                .close()));
        page.close();
        groups(page, fairness);
    }

    private static void groups(Markup page, Fairness fairness) {
        var rates = fairness.groups().stream()
                .flatMap(group -> group.rates().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        page.leaf("th", "group", "scope", "col").leaf("th", "rows", "scope", "col");
        rates.forEach(rate -> page.leaf("th", rate.replace('_', ' '), "scope", "col"));
        page.close().close().open("tbody");
        for (var group : fairness.groups()) {
            page.open("tr").leaf("th", Words.cut(group.name(), Words.SHORT), "scope", "row");
            figure(page, Figures.count(group.rows()) + (group.enough() ? "" : ", not enough data"));
            rates.forEach(rate -> figure(
                    page,
                    group.rates().containsKey(rate)
                            ? Figures.share(group.rates().getOrDefault(rate, Double.NaN))
                            : ""));
            page.close();
        }
        page.close().close().close();
    }

    private static void suspects(Markup page, LabelSuspects suspects) {
        page.open("section", "id", "suspects").leaf("h2", "Labels in doubt");
        page.leaf(
                "p",
                "About %s of %s probably have another class than they say; %s named."
                        .formatted(
                                Figures.share(suspects.noise()),
                                Figures.count(suspects.rows(), "row"),
                                Figures.count(suspects.suspects().size(), "row")
                                        + (suspects.suspects().size() == 1 ? " is" : " are")));
        if (suspects.suspects().isEmpty()) {
            page.close();
            return;
        }
        page.open("div", "class", "scroll panel").open("table").open("thead").open("tr");
        List.of("row", "says", "probably", "why").forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close().close().open("tbody");
        suspects.suspects().stream().limit(SUSPECTS).forEach(suspect -> {
            page.open("tr").leaf("th", Figures.count(suspect.record()), "scope", "row");
            page.leaf("td", Words.cut(suspect.given(), Words.SHORT))
                    .leaf("td", Words.cut(suspect.likely(), Words.SHORT));
            page.leaf("td", Words.cut(suspect.reason(), Words.LONG), "class", "typical")
                    .close();
        });
        page.close().close().close().close();
    }
}
