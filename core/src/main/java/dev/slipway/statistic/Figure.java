package dev.slipway.statistic;

import java.io.Serializable;

/**
 * A figure that says how good it is.
 *
 * @param exact whether it is what all values together give, but for the rounding of a double
 * @param error how far off it may be, in its own unit; 0 where it is exact
 */
public record Figure(double value, boolean exact, double error) implements Serializable {
    public static Figure exact(double value) {
        return new Figure(value, true, 0);
    }

    public static Figure within(double value, double error) {
        return new Figure(value, false, error);
    }
}
