package dev.slipway.page;

import dev.slipway.portrait.Figures;
import dev.slipway.portrait.MissingPattern;
import java.util.List;

/** Which columns are missing together: a row for each combination, a dot for each column that it lacks. */
record MissingMap(MissingPattern pattern, List<String> columns) {
    private static final int STEP = 22;
    private static final int LEFT = 150;
    private static final int HEAD = 110;

    MissingMap {
        columns = List.copyOf(columns);
    }

    void draw(Markup page) {
        int width = LEFT + columns.size() * STEP + 90;
        int height = HEAD + pattern.combinations().size() * STEP + 8;
        page.open(
                "svg",
                "class",
                "missing-map",
                "viewBox",
                "0 0 %d %d".formatted(width, height),
                "width",
                Integer.toString(width),
                "role",
                "img",
                "aria-label",
                "which columns are missing together");
        for (int i = 0; i < columns.size(); i++) {
            page.leaf(
                    "text",
                    Words.cut(columns.get(i), 18),
                    "transform",
                    "translate(%d %d) rotate(-45)".formatted(LEFT + i * STEP + STEP / 2, HEAD - 8),
                    "text-anchor",
                    "start");
        }
        for (int i = 0; i < pattern.combinations().size(); i++) {
            row(page, pattern.combinations().get(i), HEAD + i * STEP);
        }
        page.close();
    }

    private void row(Markup page, MissingPattern.Combination combination, int y) {
        page.leaf(
                "text",
                "%s · %s"
                        .formatted(
                                Figures.count(combination.rows()),
                                Figures.share((double) combination.rows() / pattern.rows())),
                "x",
                Integer.toString(LEFT - 10),
                "y",
                Integer.toString(y + 15),
                "text-anchor",
                "end");
        for (int i = 0; i < columns.size(); i++) {
            boolean missing = combination.columns().contains(columns.get(i));
            page.empty(
                    "rect",
                    "class",
                    missing ? "gone" : "there",
                    "x",
                    Integer.toString(LEFT + i * STEP + 2),
                    "y",
                    Integer.toString(y + 2),
                    "width",
                    Integer.toString(STEP - 4),
                    "height",
                    Integer.toString(STEP - 4),
                    "rx",
                    "3");
        }
    }
}
