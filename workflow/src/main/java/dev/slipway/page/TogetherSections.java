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
    private static final int ROWS = 20;

    /** The sections there are, by the name their link leads to. */
    static Map<String, String> names(Portrait portrait) {
        var names = new LinkedHashMap<String, String>();
        portrait.together().ifPresent(together -> {
            if (!together.byTarget().isEmpty()) {
                names.put("target", "target");
            }
            if (together.strength().names().size() > 1) {
                names.put("strength", "correlations");
            }
        });
        if (portrait.missing().filter(TogetherSections::anyMissing).isPresent()) {
            names.put("missing", "missing");
        }
        portrait.together().ifPresent(together -> {
            if (!together.strange().isEmpty() || !together.duplicates().isEmpty()) {
                names.put("strange", "strange rows");
            }
        });
        return names;
    }

    void draw(Markup page) {
        var there = names(portrait);
        portrait.together().ifPresent(together -> {
            if (there.containsKey("target")) {
                target(page, together);
            }
            if (there.containsKey("strength")) {
                strength(page, together);
            }
        });
        if (there.containsKey("missing")) {
            portrait.missing().ifPresent(missing -> missing(page, missing));
        }
        portrait.together()
                .filter(together -> there.containsKey("strange"))
                .ifPresent(together -> strange(page, together));
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
                .mapToDouble(step -> Math.abs(step.target()))
                .max()
                .orElse(1);
        together.byTarget().stream().limit(FEATURES).forEach(feature -> feature(page, feature, most));
        page.close().close();
    }

    private void feature(Markup page, ByTarget feature, double most) {
        double rows = feature.steps().stream().mapToDouble(Together.Step::rows).sum();
        double overall = feature.steps().stream()
                        .mapToDouble(step -> step.rows() * step.target())
                        .sum()
                / rows;
        boolean share = feature.steps().stream().allMatch(step -> step.target() >= 0 && step.target() <= 1);
        page.open("article", "class", "card").open("h3").leaf("bdi", Words.cut(feature.column(), 80));
        page.leaf(
                "span",
                "%s %s".formatted(feature.measure(), Figures.number(Math.rint(feature.strength() * 1000) / 1000)),
                "class",
                "pill");
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
                .text("one falls as the other rises; the stronger the colour, the closer. " + basis(together))
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

    // ---- strange rows

    private void strange(Markup page, Together together) {
        page.open("section", "id", "strange").leaf("h2", "Strange rows");
        List<Together.StrangeRow> rows = together.strange();
        if (!rows.isEmpty()) {
            page.open("div", "class", "scroll panel").open("table", "class", "samples");
            page.open("thead").open("tr").leaf("th", "row", "scope", "col").leaf("th", "why", "scope", "col");
            page.close().close().open("tbody");
            rows.stream()
                    .limit(ROWS)
                    .forEach(row -> page.open("tr")
                            .leaf("th", Figures.count(row.record()), "scope", "row")
                            .open("td")
                            .leaf("bdi", Words.cut(row.reason(), Words.LONG))
                            .close()
                            .close());
            page.close().close().close();
        }
        if (!together.duplicates().isEmpty()) {
            page.leaf("h3", "Rows that say the same, or nearly").open("ul");
            together.duplicates().stream()
                    .limit(ROWS)
                    .forEach(same -> page.leaf(
                            "li",
                            "row %s as row %s%s"
                                    .formatted(
                                            Figures.count(same.record()),
                                            Figures.count(same.other()),
                                            same.difference()
                                                    .map(difference -> ", but for " + Words.cut(difference, Words.LONG))
                                                    .orElse(""))));
            page.close();
        }
        page.close();
    }
}
