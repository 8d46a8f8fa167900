package dev.slipway.portrait;

/**
 * A number that says how far it may be trusted.
 *
 * @param exact whether it is the figure of all rows, to the last bit of the arithmetic
 * @param error where it is not exact: the stated error, in the unit that the documentation names for the figure; else 0
 */
public record Measure(double value, boolean exact, double error) {
    public static Measure exact(double value) {
        return new Measure(value, true, 0);
    }

    public static Measure estimate(double value, double error) {
        return new Measure(value, false, error);
    }
}
