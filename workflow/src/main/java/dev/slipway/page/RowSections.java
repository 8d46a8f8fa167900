package dev.slipway.page;

import dev.slipway.portrait.Figures;
import dev.slipway.portrait.Together;
import dev.slipway.portrait.Together.Dependency;
import dev.slipway.portrait.Together.Repeated;
import java.util.List;
import java.util.stream.Collectors;

/** Rows that a person may want to see: strange ones, repeated ones, and those that break what nearly all others keep. */
record RowSections(Together together) {
    private static final int ROWS = 20;

    void draw(Markup page) {
        if (!together.strange().isEmpty()) {
            strange(page);
        }
        if (!together.repeated().isEmpty()) {
            repeated(page);
        }
        if (!together.dependencies().isEmpty()) {
            dependencies(page);
        }
    }

    private void begin(Markup page, String id, String title, String explanation, String... heads) {
        page.open("section", "id", id).leaf("h2", title).leaf("p", explanation, "class", "soft");
        page.open("div", "class", "scroll panel").open("table", "class", "samples");
        page.open("thead").open("tr");
        for (var head : heads) {
            page.leaf("th", head, "scope", "col");
        }
        page.close().close().open("tbody");
    }

    private static void end(Markup page) {
        page.close().close().close().close();
    }

    private void strange(Markup page) {
        begin(
                page,
                "strange",
                "Strange rows",
                "Unlike the others in several ways at once. One bit more is half as many rows that are so.",
                "row",
                "bits",
                "why");
        together.strange().stream()
                .limit(ROWS)
                .forEach(row -> page.open("tr")
                        .leaf(
                                "th",
                                Figures.count(row.record()),
                                "scope",
                                "row",
                                "title",
                                Words.cut(row.where(), Words.LONG))
                        .leaf("td", Figures.number(Math.rint(row.bits() * 10) / 10), "class", "figure")
                        .open("td")
                        .leaf("bdi", Words.cut(String.join("; ", row.reasons()), 2 * Words.LONG))
                        .close()
                        .close());
        end(page);
    }

    private void repeated(Markup page) {
        begin(
                page,
                "repeated",
                "Rows that say the same",
                "Rows that an earlier row is the same as, in every column or in all but one.",
                "the same but for",
                "rows",
                "such as rows");
        for (Repeated repeated : together.repeated().stream().limit(ROWS).toList()) {
            page.open("tr").open("th", "scope", "row");
            page.leaf(
                            "bdi",
                            repeated.but().isEmpty()
                                    ? "nothing"
                                    : Words.cut(String.join(", ", repeated.but()), Words.SHORT))
                    .close();
            page.leaf("td", Figures.count(repeated.rows()), "class", "figure");
            page.leaf("td", repeated.examples().stream().map(RowSections::rows).collect(Collectors.joining(" · ")))
                    .close();
        }
        end(page);
    }

    private static String rows(List<Long> records) {
        return records.stream().map(Figures::count).collect(Collectors.joining(" = "));
    }

    private void dependencies(Markup page) {
        begin(
                page,
                "dependencies",
                "What says what",
                "Where the columns on the left repeat, the one on the right does too, but for the rows that are named.",
                "columns",
                "say",
                "but for",
                "such as");
        for (Dependency dependency :
                together.dependencies().stream().limit(ROWS).toList()) {
            page.open("tr").open("th", "scope", "row");
            page.leaf("bdi", Words.cut(String.join(" + ", dependency.left()), Words.LONG))
                    .close();
            page.open("td")
                    .leaf("bdi", Words.cut(dependency.right(), Words.SHORT))
                    .close();
            page.leaf(
                    "td",
                    dependency.violations() == 0 ? "no row" : Figures.count(dependency.violations(), "row"),
                    "class",
                    "figure");
            page.open("td")
                    .leaf(
                            "bdi",
                            dependency.violating().isEmpty()
                                    ? ""
                                    : Words.cut(String.join("; ", dependency.violating()), Words.LONG))
                    .close()
                    .close();
        }
        end(page);
    }
}
