package dev.slipway.association;

import java.util.List;

/**
 * Values far from the others of their column, by Tukey's fences ("Exploratory Data Analysis", 1977): beyond 1.5 (outside) or
 * 3 (far out) times the distance of the quartiles, which are interpolated (type 7).
 *
 * @param median of the values
 * @param deviation the median distance from the median, times 1.4826: of normal values, their standard deviation
 * @param low the lower outside fence
 * @param high the upper outside fence
 * @param outside how many values lie beyond the outside fences
 * @param farOut how many of them lie beyond the far ones
 * @param farthest the values farthest out, at most ten, if any is outside
 */
public record Outliers(
        String column,
        double median,
        double deviation,
        double low,
        double high,
        long outside,
        long farOut,
        List<Far> farthest) {
    /** @param distances how many distances of the quartiles it lies beyond the nearest quartile */
    public record Far(SampledRow row, String value, double distances) {}

    public Outliers {
        farthest = List.copyOf(farthest);
    }
}
