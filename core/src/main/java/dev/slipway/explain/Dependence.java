package dev.slipway.explain;

import java.util.List;

/**
 * How the answers go with one column, everything else staying as it is.
 *
 * @param column of the data
 * @param answer the class whose probability it is; the target's name where the answer is a number
 */
public record Dependence(String column, String answer, List<Point> points) {
    /**
     * What is answered when every row has this value.
     *
     * @param value as text; empty for a missing one
     * @param mean of the answers: partial dependence (Friedman 2001)
     * @param low a tenth of the rows is answered this or less (individual conditional expectation)
     * @param high a tenth of the rows is answered this or more
     */
    public record Point(String value, double mean, double low, double high) {}

    public Dependence {
        points = List.copyOf(points);
    }

    /** How far the mean answer moves over the column's values. */
    public double reach() {
        var means = points.stream().mapToDouble(Point::mean).summaryStatistics();
        return points.isEmpty() ? 0 : means.getMax() - means.getMin();
    }
}
