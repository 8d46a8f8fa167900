package dev.slipway.page;

import dev.slipway.portrait.Figures;
import dev.slipway.portrait.MissingPattern;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Together;
import dev.slipway.portrait.Together.ByTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the columns say together: the target, correlations, missing values, strange rows. */
record TogetherSections(Portrait portrait) {
    private static final int FEATURES = 24;
    private static final double LITTLE = 0.001;

    /** The sections there are, by the name their link leads to. */
    static Map<String, String> names(Portrait portrait) {
        var names = new LinkedHashMap<String, String>();
        var together = portrait.together();
        if (together.byTarget().stream()
                .anyMatch(feature -> !feature.steps().isEmpty() && feature.explained() >= LITTLE)) {
            names.put("target", "target");
        }
        if (together.strength().names().size() > 1) {
            names.put("strength", "correlations");
        }
        if (anyMissing(portrait.missing())) {
            names.put("missing", "missing");
        }
        if (!together.strange().isEmpty()) {
            names.put("strange", "strange rows");
        }
        if (!together.repeated().isEmpty()) {
            names.put("repeated", "same rows");
        }
        if (!together.dependencies().isEmpty()) {
            names.put("dependencies", "dependencies");
        }
        return names;
    }

    void draw(Markup page) {
        var there = names(portrait);
        var together = portrait.together();
        if (there.containsKey("target")) {
            target(page, together);
        }
        if (there.containsKey("strength")) {
            strength(page, together);
        }
        if (there.containsKey("missing")) {
            missing(page, portrait.missing());
        }
        new RowSections(together).draw(page);
    }

    private static boolean anyMissing(MissingPattern missing) {
        return missing.combinations().stream()
                .anyMatch(combination -> !combination.columns().isEmpty());
    }

    // ---- target

    private void target(Markup page, Together together) {
        page.open("section", "id", "target").leaf("h2", "The target by column");
        var of = together.byTarget().get(0).of();
        page.leaf(
                "p",
                "Each bar is the " + of + " among the rows of its line; the thin mark is that of all rows. "
                        + basis(together),
                "class",
                "soft");
        page.open("div", "class", "cards");
        var most = together.byTarget().stream()
                .flatMap(feature -> feature.steps().stream())
                .filter(step -> step.rows() > 0)
                .mapToDouble(step -> Math.abs(step.target()))
                .max()
                .orElse(1);
        together.byTarget().stream()
                .filter(feature -> !feature.steps().isEmpty() && feature.explained() >= LITTLE)
                .limit(FEATURES)
                .forEach(feature -> feature(page, feature, most));
        page.close().close();
    }

    private void feature(Markup page, ByTarget feature, double most) {
        double rows = feature.steps().stream().mapToDouble(Together.Step::rows).sum();
        double overall = feature.steps().stream()
                        .filter(step -> step.rows() > 0)
                        .mapToDouble(step -> step.rows() * step.target())
                        .sum()
                / rows;
        boolean share = shares(feature);
        page.open("article", "class", "card").open("h3").leaf("bdi", Words.cut(feature.column(), 80));
        page.leaf("span", Figures.share(feature.explained()) + " explained", "class", "pill");
        feature.auc().ifPresent(auc -> page.leaf("span", String.format(Locale.ROOT, "AUC %.3f", auc), "class", "pill"));
        page.close().open("table", "class", "bars");
        page.open("thead", "class", "unseen").open("tr");
        for (var head : List.of("values", "bar", feature.of(), "rows")) {
            page.leaf("th", head, "scope", "col");
        }
        page.close().close().open("tbody");
        for (var step : feature.steps()) {
            page.open("tr")
                    .open("th", "scope", "row")
                    .leaf("bdi", Words.cut(step.label(), Words.SHORT))
                    .close();
            page.open("td");
            double full = share ? 1 : most;
            new ShareBar(Math.abs(step.target()) / full, "hot", Math.abs(overall) / full).draw(page);
            page.close();
            page.leaf("td", share ? Figures.share(step.target()) : Figures.number(step.target()), "class", "figure");
            page.leaf("td", Figures.count(step.rows()), "class", "figure soft", "title", "rows");
            page.close();
        }
        page.close().close().close();
    }

    private static boolean shares(ByTarget feature) {
        return feature.of().startsWith("share");
    }

    private static String basis(Together together) {
        return together.exact()
                ? "All rows were looked at."
                : "From a sample of %s, the same every time.".formatted(Figures.count(together.rows(), "row"));
    }

    // ---- strength

    private void strength(Markup page, Together together) {
        var strength = together.strength();
        var titles = new ArrayList<String>();
        for (int row = 0; row < strength.names().size(); row++) {
            for (int column = 0; column < strength.names().size(); column++) {
                titles.add("%s × %s: %s %s"
                        .formatted(
                                Words.cut(strength.names().get(row), Words.SHORT),
                                Words.cut(strength.names().get(column), Words.SHORT),
                                strength.measure(row, column),
                                String.format(Locale.ROOT, "%.3f", strength.at(row, column))));
            }
        }
        page.open("section", "id", "strength").leaf("h2", "Which columns go together");
        page.open("p", "class", "soft")
                .leaf("span", "", "class", "key above")
                .text("rise together ")
                .leaf("span", "", "class", "key below")
                .text(
                        "one falls as the other rises; the stronger the colour, the closer; grey where the two cannot be compared. "
                                + basis(together))
                .close();
        page.open("div", "class", "scroll panel");
        new HeatMap("how strongly each two columns go together", strength.names(), strength.values(), titles)
                .draw(page);
        page.close().close();
    }

    // ---- missing

    private void missing(Markup page, MissingPattern missing) {
        var columns = portrait.columns().stream()
                .filter(column -> missing.combinations().stream()
                        .anyMatch(combination -> combination.columns().contains(column.name())))
                .map(column -> column.name())
                .limit(40)
                .toList();
        page.open("section", "id", "missing").leaf("h2", "Missing together");
        page.leaf(
                "p",
                "Each line is the rows that lack exactly the columns with a full square.%s"
                        .formatted(
                                missing.others() == 0
                                        ? ""
                                        : " %s in rarer combinations."
                                                .formatted(Figures.count(missing.others(), "row"))),
                "class",
                "soft");
        page.open("div", "class", "scroll panel");
        new MissingMap(missing, columns).draw(page);
        page.close().close();
    }
}
