package dev.slipway.analysis;

/**
 * Where a figure may well lie, given that other rows might have come.
 *
 * @param level the share of such intervals that hold the truth, such as 0.95
 * @param resamples how many resamples it rests on
 */
public record Interval(double low, double high, double level, int resamples) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
