package dev.slipway.page;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * A square of cells, stronger coloured the farther their value is from 0; two colours that people of every eyesight can tell
 * apart say which side.
 *
 * @param values row by row, from -1 to 1; {@code NaN} stays empty
 * @param titles what is said about each cell, row by row
 */
record HeatMap(String label, List<String> names, List<Double> values, List<String> titles) {
    private static final int NAMES = 120;
    private static final int ABOVE = 60;
    private static final int FIGURES = 14;

    HeatMap {
        names = List.copyOf(names);
        values = List.copyOf(values);
        titles = List.copyOf(titles);
    }

    void draw(Markup page) {
        int columns = names.size();
        int cell = columns > 24 ? 20 : columns > 12 ? 28 : 40;
        int size = NAMES + columns * cell;
        page.open(
                "svg",
                "class",
                "heat",
                "viewBox",
                "0 %d %d %d".formatted(ABOVE, size + 60, size - ABOVE),
                "width",
                Integer.toString(size + 60),
                "role",
                "img",
                "aria-label",
                label);
        for (int i = 0; i < columns; i++) {
            name(page, i, cell);
        }
        IntPredicate upper = i -> i / columns > i % columns;
        for (int i = 0; i < values.size(); i++) {
            if (upper.test(i)) {
                cell(page, i, cell);
            }
        }
        page.close();
    }

    private void name(Markup page, int i, int cell) {
        var name = Words.cut(names.get(i), 18);
        int middle = NAMES + i * cell + cell / 2;
        if (i > 0) {
            page.leaf(
                    "text",
                    name,
                    "x",
                    Integer.toString(NAMES - 6),
                    "y",
                    Integer.toString(middle + 4),
                    "text-anchor",
                    "end");
        }
        if (i < names.size() - 1) {
            // Along the diagonal, where there is room: right above the column it names.
            page.leaf(
                    "text",
                    name,
                    "transform",
                    "translate(%d %d) rotate(-35)".formatted(middle, NAMES + (i + 1) * cell - 6),
                    "text-anchor",
                    "start");
        }
    }

    private void cell(Markup page, int i, int cell) {
        double value = values.get(i);
        int x = NAMES + i % names.size() * cell;
        int y = NAMES + i / names.size() * cell;
        boolean known = !Double.isNaN(value);
        page.open(
                        "rect",
                        "class",
                        !known ? "unknown" : value < 0 ? "below" : "above",
                        "x",
                        Integer.toString(x + 1),
                        "y",
                        Integer.toString(y + 1),
                        "width",
                        Integer.toString(cell - 2),
                        "height",
                        Integer.toString(cell - 2),
                        "rx",
                        "3",
                        "fill-opacity",
                        known ? String.format(Locale.ROOT, "%.2f", 0.06 + 0.94 * Math.min(1, Math.abs(value))) : "1")
                .leaf("title", titles.get(i))
                .close();
        if (known && names.size() <= FIGURES) {
            page.leaf(
                    "text",
                    String.format(Locale.ROOT, "%.2f", value).replace("0.", "."),
                    "class",
                    Math.abs(value) > 0.55 ? "figure strong" : "figure",
                    "x",
                    Integer.toString(x + cell / 2),
                    "y",
                    Integer.toString(y + cell / 2 + 4),
                    "text-anchor",
                    "middle");
        }
    }
}
