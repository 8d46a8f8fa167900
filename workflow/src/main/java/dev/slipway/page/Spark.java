package dev.slipway.page;

import java.util.List;
import java.util.Locale;

/** A histogram as small as a word: one path, without axes. */
record Spark(List<Double> counts) {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 22;

    Spark {
        counts = List.copyOf(counts);
    }

    void draw(Markup page) {
        double most = counts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (most <= 0) {
            return;
        }
        double step = Math.min(16, (double) WIDTH / counts.size());
        double bar = Math.max(0.6, Math.min(step * 0.84, 14));
        var path = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                double height = Math.max(1, HEIGHT * counts.get(i) / most);
                path.append(
                        String.format(Locale.ROOT, "M%.1f %dv%.1fh%.1fV%dz", i * step, HEIGHT, -height, bar, HEIGHT));
            }
        }
        page.open("svg", "class", "spark", "viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT), "aria-hidden", "true")
                .empty("path", "d", path.toString())
                .close();
    }
}
