package dev.slipway.page;

import dev.slipway.portrait.ColumnPortrait;
import dev.slipway.portrait.ColumnPortrait.Bin;
import dev.slipway.portrait.Figures;
import dev.slipway.table.ColumnType;
import java.util.Locale;

/** How the numbers of a column are distributed: bars of the same area for the same count, with the middle half marked. */
record Histogram(ColumnPortrait column) {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 96;
    private static final double AXIS = 18;

    void draw(Markup page) {
        var bins = column.bins();
        double low = left(bins.get(0));
        double span = right(bins.get(bins.size() - 1)) - low;
        page.open(
                "svg",
                "class",
                "histogram",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", WIDTH, HEIGHT + AXIS),
                "role",
                "img",
                "aria-label",
                "histogram of " + Words.cut(column.name(), Words.SHORT) + spoken());
        double most = bins.stream().mapToDouble(bin -> density(bin, span)).max().orElse(1);
        for (var bin : bins) {
            bar(page, bin, low, span, most);
        }
        column.spread().ifPresent(spread -> middle(page, spread, low, span));
        page.empty("path", "class", "axis", "d", String.format(Locale.ROOT, "M0 %.1fH%.0f", HEIGHT + 0.5, WIDTH));
        var first = bins.get(0);
        var last = bins.get(bins.size() - 1);
        boolean whole = first.low() == first.high();
        double half = whole ? WIDTH / bins.size() / 2 : 0;
        label(
                page,
                half,
                whole ? "middle" : "start",
                column.spread().map(ColumnPortrait.Spread::min).orElse(first.low()));
        if (bins.size() > 1 || !whole) {
            label(
                    page,
                    WIDTH - half,
                    whole ? "middle" : "end",
                    column.spread().map(ColumnPortrait.Spread::max).orElse(last.high()));
        }
        page.close();
    }

    private String spoken() {
        return column.spread()
                .map(spread -> ", from %s to %s, median %s"
                        .formatted(value(spread.min()), value(spread.max()), value(spread.median())))
                .orElse("");
    }

    /** A bar of a single whole number is as wide as the step to the next. */
    private static double left(Bin bin) {
        return bin.low() == bin.high() ? bin.low() - 0.5 : bin.low();
    }

    private static double right(Bin bin) {
        return bin.low() == bin.high() ? bin.high() + 0.5 : bin.high();
    }

    /** Counts of bars of unlike widths can only be compared by area. */
    private static double density(Bin bin, double span) {
        double width = span > 0 ? (right(bin) - left(bin)) / span : 1;
        return width > 0 ? bin.count().value() / width : 0;
    }

    private void bar(Markup page, Bin bin, double low, double span, double most) {
        if (bin.count().value() <= 0) {
            return;
        }
        double left = span > 0 ? WIDTH * (left(bin) - low) / span : WIDTH * 0.4;
        double wide = span > 0 ? WIDTH * (right(bin) - left(bin)) / span : WIDTH * 0.2;
        double high = Math.max(1.5, HEIGHT * density(bin, span) / most);
        double gap = wide > 4 ? 1 : 0;
        page.open(
                        "rect",
                        "x",
                        tenth(left + gap / 2),
                        "y",
                        tenth(HEIGHT - high),
                        "width",
                        tenth(Math.max(0.5, wide - gap)),
                        "height",
                        tenth(high))
                .leaf(
                        "title",
                        "%s: %s (%s)"
                                .formatted(
                                        values(bin),
                                        Figures.count(bin.count()),
                                        Figures.share(bin.count().value() / column.present())))
                .close();
    }

    /** A line from the first to the third quartile, and a dot at the median. */
    private void middle(Markup page, ColumnPortrait.Spread spread, double low, double span) {
        double first = at(spread, 0.25);
        double third = at(spread, 0.75);
        if (span <= 0 || Double.isNaN(first + third + spread.median())) {
            return;
        }
        double y = HEIGHT + 0.5;
        page.open("g", "class", "middle")
                .leaf(
                        "title",
                        "the middle half lies from %s to %s, the median is %s"
                                .formatted(value(first), value(third), value(spread.median())))
                .empty(
                        "path",
                        "d",
                        String.format(
                                Locale.ROOT,
                                "M%.1f %.1fH%.1f",
                                WIDTH * (first - low) / span,
                                y,
                                WIDTH * (third - low) / span))
                .empty("circle", "cx", tenth(WIDTH * (spread.median() - low) / span), "cy", tenth(y), "r", "4")
                .close();
    }

    private static double at(ColumnPortrait.Spread spread, double of) {
        return spread.quantiles().stream()
                .filter(quantile -> quantile.of() == of)
                .mapToDouble(quantile -> quantile.at().value())
                .findFirst()
                .orElse(Double.NaN);
    }

    private void label(Markup page, double x, String anchor, double value) {
        page.leaf("text", value(value), "x", tenth(x), "y", tenth(HEIGHT + AXIS - 3), "text-anchor", anchor);
    }

    /** Which values a bar holds: whole numbers up to the last one in it, others up to its edge. */
    private String values(Bin bin) {
        double to = column.kind() == ColumnType.INTEGER && bin.high() - bin.low() > 1 ? bin.high() - 1 : bin.high();
        return value(bin.low()) + (bin.low() == bin.high() ? "" : " to " + value(to));
    }

    private String value(double value) {
        return Figures.value(column.kind(), value);
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
