package dev.slipway.page;

import dev.slipway.portrait.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over two axes, each drawn from the left to the right; every line has a word in the legend of its figure.
 *
 * @param title what is drawn, for those who cannot see it
 * @param x what the horizontal axis counts
 * @param y what the vertical axis counts
 * @param lines the first is the one that matters
 */
record LineChart(String title, String x, String y, Range across, Range up, List<Line> lines) {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 200;
    private static final double LEFT = 44;
    private static final double BOTTOM = 30;

    LineChart {
        lines = List.copyOf(lines);
    }

    /** From where to where an axis goes. */
    record Range(double low, double high) {
        static final Range UNIT = new Range(0, 1);

        /** Room for all of these; a single value is in the middle. */
        static Range of(List<Double> values) {
            double low = values.stream().mapToDouble(value -> value).min().orElse(0);
            double high = values.stream().mapToDouble(value -> value).max().orElse(1);
            double room = high > low ? 0.04 * (high - low) : Math.max(0.5, Math.abs(high) / 2);
            return new Range(low - room, high + room);
        }

        private double share(double value) {
            return Math.min(1, Math.max(0, (value - low) / (high - low)));
        }
    }

    /**
     * @param tone a class of the style
     * @param joined whether its points are joined by a line
     * @param dots whether its points are marked
     */
    record Line(String tone, boolean joined, boolean dots, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }

        Line(String tone, boolean dots, List<Point> points) {
            this(tone, true, dots, points);
        }

        /** The points alone. */
        Line scattered() {
            return new Line(tone, false, true, points);
        }
    }

    record Point(double x, double y, String told) {}

    void draw(Markup page) {
        page.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", LEFT + WIDTH + 8, HEIGHT + BOTTOM + 8),
                "role",
                "img",
                "aria-label",
                title);
        axes(page);
        lines.forEach(line -> line(page, line));
        page.close();
    }

    private void axes(Markup page) {
        page.empty(
                "path", "class", "axis", "d", "M%s 4V%sH%s".formatted(tenth(LEFT), tenth(HEIGHT), tenth(LEFT + WIDTH)));
        label(page, LEFT, HEIGHT + 13, "start", Figures.number(across.low()));
        label(page, LEFT + WIDTH, HEIGHT + 13, "end", Figures.number(across.high()));
        label(page, LEFT + WIDTH / 2, HEIGHT + 26, "middle", x);
        label(page, LEFT - 5, HEIGHT, "end", Figures.number(up.low()));
        label(page, LEFT - 5, 13, "end", Figures.number(up.high()));
        label(page, LEFT + 5, 13, "start", y);
    }

    private static void label(Markup page, double x, double y, String anchor, String text) {
        page.leaf("text", text, "x", tenth(x), "y", tenth(y), "text-anchor", anchor);
    }

    private void line(Markup page, Line line) {
        var path = line.points().stream()
                .map(point -> tenth(across(point)) + " " + tenth(up(point)))
                .collect(Collectors.joining("L", "M", ""));
        if (line.joined() && line.points().size() > 1) {
            page.empty("path", "class", "line " + line.tone(), "d", path);
        }
        if (line.dots()) {
            line.points().forEach(point -> dot(page, line.tone(), point));
        }
    }

    private void dot(Markup page, String tone, Point point) {
        page.open("circle", "class", tone, "cx", tenth(across(point)), "cy", tenth(up(point)), "r", "3.5")
                .leaf("title", point.told())
                .close();
    }

    private double across(Point point) {
        return LEFT + WIDTH * across.share(point.x());
    }

    private double up(Point point) {
        return HEIGHT - (HEIGHT - 4) * up.share(point.y());
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
