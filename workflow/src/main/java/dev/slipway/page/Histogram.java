package dev.slipway.page;

import dev.slipway.portrait.ColumnPortrait;
import dev.slipway.portrait.ColumnPortrait.Bin;
import dev.slipway.portrait.Figures;
import java.util.Locale;

/** How the numbers of a column are distributed: bars of the same area for the same count, with the middle half marked. */
record Histogram(ColumnPortrait column) {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 96;
    private static final double AXIS = 18;

    void draw(Markup page) {
        var bins = column.bins();
        double low = bins.get(0).low();
        double span = bins.get(bins.size() - 1).high() - low;
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
        label(page, 0, "start", low);
        label(page, WIDTH, "end", low + span);
        page.close();
    }

    private String spoken() {
        return column.spread()
                .map(spread -> ", from %s to %s, median %s"
                        .formatted(value(spread.min()), value(spread.max()), value(spread.median())))
                .orElse("");
    }

    /** Counts of bars of unlike widths can only be compared by area. */
    private static double density(Bin bin, double span) {
        double width = span > 0 ? (bin.high() - bin.low()) / span : 1;
        return width > 0 ? bin.count().value() / width : 0;
    }

    private void bar(Markup page, Bin bin, double low, double span, double most) {
        if (bin.count().value() <= 0) {
            return;
        }
        double left = span > 0 ? WIDTH * (bin.low() - low) / span : WIDTH * 0.4;
        double wide = span > 0 ? WIDTH * (bin.high() - bin.low()) / span : WIDTH * 0.2;
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
                        "%s to %s: %s (%s)"
                                .formatted(
                                        value(bin.low()),
                                        value(bin.high()),
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

    private String value(double value) {
        return Figures.value(column.kind(), value);
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
