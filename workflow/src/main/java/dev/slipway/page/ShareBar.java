package dev.slipway.page;

import java.util.Locale;

/**
 * A bar that is full to a share of its width. The figure stands beside it as text, so it says nothing by itself.
 *
 * @param tone a class of the style: which colour
 * @param mark where a thin line crosses the bar; {@code NaN} for none
 */
record ShareBar(double share, String tone, double mark) {
    ShareBar(double share, String tone) {
        this(share, tone, Double.NaN);
    }

    void draw(Markup page) {
        double full = Double.isNaN(share) ? 0 : Math.min(1, Math.max(0, share));
        page.open(
                        "svg",
                        "class",
                        "bar " + tone,
                        "viewBox",
                        "0 0 100 10",
                        "preserveAspectRatio",
                        "none",
                        "aria-hidden",
                        "true")
                .empty("rect", "class", "track", "width", "100", "height", "10")
                .empty("rect", "width", percent(full == 0 ? 0 : Math.max(0.5, full * 100)), "height", "10");
        if (!Double.isNaN(mark)) {
            page.empty("rect", "class", "mark", "x", percent(mark * 100), "width", "0.6", "height", "10");
        }
        page.close();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
