package dev.slipway.page;

import dev.slipway.portrait.ColumnPortrait;
import dev.slipway.portrait.Figures;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Remark;

/** All columns at a glance: one line each, to be filtered and sorted. */
record ColumnTable(Portrait portrait, int most) {
    void draw(Markup page) {
        page.open("section", "id", "columns").leaf("h2", "Columns");
        page.open("p", "class", "filter")
                .leaf("label", "Show columns with ", "for", "filter")
                .empty("input", "id", "filter", "type", "search", "placeholder", "a name, a kind, a remark")
                .close();
        page.open("div", "class", "scroll").open("table", "class", "columns sortable");
        page.open("thead").open("tr");
        for (var head : new String[] {"column", "kind", "missing", "distinct"}) {
            page.leaf("th", head, "scope", "col", "data-sort", head);
        }
        page.leaf("th", "distribution", "scope", "col");
        page.leaf("th", "typical", "scope", "col");
        page.leaf("th", "remark", "scope", "col");
        page.close().close().open("tbody");
        var columns = portrait.columns();
        for (int i = 0; i < Math.min(most, columns.size()); i++) {
            line(page, columns.get(i), i);
        }
        page.close().close().close();
        if (columns.size() > most) {
            page.leaf("p", "and %s more".formatted(Figures.count(columns.size() - most)), "class", "soft");
        }
        page.close();
    }

    private void line(Markup page, ColumnPortrait column, int place) {
        page.open("tr", "data-find", ColumnCard.find(column));
        page.open("th", "scope", "row", "data-key", Integer.toString(place))
                .open(
                        "a",
                        "href",
                        "#" + ColumnCard.anchor(place, portrait.columns().size()))
                .leaf("bdi", Words.cut(column.name(), Words.SHORT))
                .close();
        if (portrait.target().filter(column.name()::equals).isPresent()) {
            page.leaf("span", "target", "class", "pill target");
        }
        page.close();
        page.open("td", "data-key", column.kind().label())
                .leaf(
                        "span",
                        column.kind().label(),
                        "class",
                        "pill " + column.kind().label())
                .close();
        page.open("td", "class", "figure", "data-key", Double.toString(column.missingShare()));
        new ShareBar(column.missingShare(), "gone").draw(page);
        page.leaf("span", Figures.share(column.missingShare())).close();
        page.leaf(
                "td",
                Figures.count(column.distinct()),
                "class",
                "figure",
                "data-key",
                Double.toString(column.distinct().value()));
        page.open("td");
        spark(page, column);
        page.close();
        page.open("td", "class", "typical").leaf("bdi", typical(column)).close();
        page.open("td", "class", "remark");
        for (Remark remark : column.remarks()) {
            page.leaf(
                    "span", remark.brief(), "class", "brief " + remark.weight().label(), "title", remark.text());
        }
        page.close().close();
    }

    private static void spark(Markup page, ColumnPortrait column) {
        new Spark(ColumnCard.heights(column)).draw(page);
    }

    private static String typical(ColumnPortrait column) {
        return column.spread()
                .map(spread -> "%s … %s"
                        .formatted(
                                Figures.value(column.kind(), spread.min()), Figures.value(column.kind(), spread.max())))
                .orElseGet(() -> column.top().isEmpty()
                        ? ""
                        : Words.cut(column.top().get(0).value(), 24) + " "
                                + Figures.share(column.top().get(0).share()));
    }
}
