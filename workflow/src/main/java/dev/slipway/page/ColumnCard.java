package dev.slipway.page;

import dev.slipway.portrait.ColumnPortrait;
import dev.slipway.portrait.ColumnPortrait.Bin;
import dev.slipway.portrait.ColumnPortrait.Extreme;
import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything about one column, in a card. */
record ColumnCard(ColumnPortrait column, int place, Optional<String> target) {
    private static final int TOP = 8;

    /** Where a link to the column at this place leads; the overview, where it has no card. */
    static String anchor(int place, int columns) {
        return place < Math.min(columns, PortraitPage.CARDS) ? "c" + place : "columns";
    }

    /** What the filter looks at: name, kind and remarks in lower case. */
    static String find(ColumnPortrait column) {
        var remarks = column.remarks().stream().map(remark -> remark.brief()).collect(Collectors.joining(" "));
        return Words.cut("%s %s %s".formatted(column.name(), column.kind().label(), remarks), Words.LONG)
                .toLowerCase(Locale.ROOT);
    }

    /** The heights of a small picture of the column: of its histogram, else of its frequent values. */
    static List<Double> heights(ColumnPortrait column) {
        return column.bins().isEmpty()
                ? column.top().stream().map(top -> top.count().value()).toList()
                : column.bins().stream()
                        .map(Bin::count)
                        .map(count -> count.value())
                        .toList();
    }

    void draw(Markup page) {
        page.open("article", "class", "card", "id", anchor(place, place + 1), "data-find", find(column));
        page.open("h3").leaf("bdi", Words.cut(column.name(), 80));
        page.leaf(
                "span", column.kind().label(), "class", "pill " + column.kind().label());
        if (target.filter(column.name()::equals).isPresent()) {
            page.leaf("span", "target", "class", "pill target");
        }
        page.close();
        for (var remark : column.remarks()) {
            page.open("p", "class", "note " + remark.weight().label())
                    .leaf("strong", remark.brief())
                    .text(" " + Words.cut(remark.text(), 2 * Words.LONG))
                    .close();
        }
        missing(page);
        if (!column.bins().isEmpty()) {
            new Histogram(column).draw(page);
        }
        spread(page);
        if (column.bins().isEmpty() || few()) {
            top(page);
        }
        words(page);
        time(page);
        extremes(page);
        page.close();
    }

    private boolean few() {
        return column.distinct().value() <= TOP && !column.top().isEmpty();
    }

    private void missing(Markup page) {
        page.open("dl", "class", "facts");
        page.open("div").leaf("dt", "missing").open("dd");
        new ShareBar(column.missingShare(), "gone").draw(page);
        page.text("%s (%s)".formatted(Figures.share(column.missingShare()), Figures.count(column.missing())))
                .close()
                .close();
        fact(page, "distinct", Figures.count(column.distinct()));
        page.close();
    }

    private static void fact(Markup page, String name, String value) {
        page.open("div").leaf("dt", name).open("dd").leaf("bdi", value).close().close();
    }

    private void spread(Markup page) {
        column.spread().ifPresent(spread -> {
            page.open("dl", "class", "facts small");
            for (var quantile : spread.quantiles()) {
                fact(
                        page,
                        name(quantile.of()),
                        (quantile.at().exact() ? "" : "≈") + value(quantile.at().value()));
            }
            if (!Double.isNaN(spread.mean())) {
                fact(page, "mean", value(spread.mean()));
            }
            if (column.kind().quantity() && !Double.isNaN(spread.deviation())) {
                fact(page, "deviation", Figures.number(spread.deviation()));
            }
            page.close();
        });
    }

    private static String name(double quantile) {
        return quantile == 0.5 ? "median" : Figures.number(quantile * 100) + "%";
    }

    private String value(double value) {
        return Figures.value(column.kind(), value);
    }

    private void top(Markup page) {
        if (column.top().isEmpty()) {
            return;
        }
        page.open("table", "class", "bars");
        page.leaf("caption", "most frequent");
        var shown = column.top().subList(0, Math.min(TOP, column.top().size()));
        double most = shown.get(0).share();
        for (var top : shown) {
            page.open("tr");
            page.open("th", "scope", "row", "title", Words.cut(top.value(), Words.LONG))
                    .leaf("bdi", Words.cut(top.value(), Words.SHORT))
                    .close();
            page.open("td");
            new ShareBar(top.share() / most, "main").draw(page);
            page.close();
            page.leaf("td", Figures.count(top.count()), "class", "figure");
            page.leaf("td", Figures.share(top.share()), "class", "figure soft");
            page.close();
        }
        page.close();
    }

    private void words(Markup page) {
        column.lengths().ifPresent(lengths -> {
            page.open("dl", "class", "facts small");
            fact(page, "shortest", Figures.count(lengths.min(), "character"));
            fact(page, "mean length", Figures.number(lengths.mean()));
            fact(page, "longest", Figures.count(lengths.max()));
            page.close();
        });
        if (!column.shapes().isEmpty()) {
            page.open("p", "class", "shapes").leaf("span", "written like ", "class", "soft");
            column.shapes().stream()
                    .limit(5)
                    .forEach(shape -> page.leaf(
                            "code",
                            Words.cut(shape.form(), Words.SHORT),
                            "title",
                            Figures.count(shape.count()) + " times"));
            page.close();
        }
    }

    private void time(Markup page) {
        column.timeline().ifPresent(time -> {
            page.open("dl", "class", "facts small");
            fact(page, "first", Figures.time(time.first()));
            fact(page, "last", Figures.time(time.last()));
            if (time.gapEnd() > time.gapStart()) {
                fact(
                        page,
                        "longest gap",
                        "%s, from %s to %s"
                                .formatted(
                                        Figures.duration(time.gapEnd() - time.gapStart()),
                                        Figures.time(time.gapStart()),
                                        Figures.time(time.gapEnd())));
            }
            page.close();
        });
    }

    private void extremes(Markup page) {
        if (column.smallest().isEmpty()) {
            return;
        }
        page.open("details").leaf("summary", "smallest and largest, with their rows");
        page.open("div", "class", "scroll").open("table", "class", "ends");
        page.open("thead").open("tr");
        for (var head : List.of("smallest", "first in row", "largest", "first in row")) {
            page.leaf("th", head, "scope", "col");
        }
        page.close().close().open("tbody");
        int lines = Math.max(column.smallest().size(), column.largest().size());
        for (int i = 0; i < lines; i++) {
            page.open("tr");
            end(page, column.smallest(), i);
            end(page, column.largest(), i);
            page.close();
        }
        page.close().close().close().close();
    }

    private void end(Markup page, List<Extreme> ends, int i) {
        boolean there = i < ends.size();
        page.leaf("td", there ? value(ends.get(i).value()) + times(ends.get(i).count()) : "", "class", "figure");
        page.leaf("td", there ? Figures.count(ends.get(i).record()) : "", "class", "figure soft");
    }

    private static String times(long count) {
        return count == 1 ? "" : " (" + Figures.count(count) + "×)";
    }
}
