package dev.slipway.portrait;

import java.util.List;

/** A histogram in one line of text. */
public final class Sparkline {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String PLAIN = " _.,:-=+#";

    private Sparkline() {}

    /**
     * One character for each bar, at most {@code width} of them; neighbours are added up where there are more. What is there at
     * all can be seen, however little it is.
     *
     * @param blocks whether the screen knows the block elements of Unicode; else ASCII
     */
    public static String of(List<Double> counts, int width, boolean blocks) {
        return of(counts, width, 0, blocks);
    }

    /** @param tallest a bar of this height is full, if none is higher: for pictures that are held against each other */
    public static String of(List<Double> counts, int width, double tallest, boolean blocks) {
        int bars = Math.min(width, counts.size());
        var sums = new double[bars];
        for (int i = 0; i < counts.size(); i++) {
            // A bar that lies over two characters is shared out, or some would stand out for no other reason.
            double from = (double) i * bars / counts.size();
            double to = (double) (i + 1) * bars / counts.size();
            for (int at = (int) from; at < Math.min(bars, (int) Math.ceil(to)); at++) {
                sums[at] += counts.get(i) * (Math.min(to, at + 1) - Math.max(from, at)) / (to - from);
            }
        }
        double most = tallest;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        var line = new StringBuilder();
        for (double sum : sums) {
            int height = sum <= 0 ? 0 : Math.max(1, (int) Math.round(8 * sum / most));
            line.append((blocks ? BLOCKS : PLAIN).charAt(height));
        }
        return line.toString();
    }
}
