package dev.slipway.profile;

import java.math.BigDecimal;
import java.math.MathContext;

/** A range of numbers, its ends rounded outward to what a person would have written. */
public record Rounded(double low, double high) {
    /** How much of the observed span is left free on either side. */
    private static final double MARGIN = 0.1;

    /**
     * The range from min to max, a tenth wider on either side, and outward from there to a multiple of 1, 2 or 5 times a power
     * of ten. It does not cross zero where the numbers do not.
     */
    public static Rounded outward(double min, double max, boolean whole) {
        double span = max - min;
        if (!(span > 0) || Double.isInfinite(span)) {
            return new Rounded(min, max);
        }
        double step = step(span * MARGIN, whole);
        double low = StrictMath.floor((min - span * MARGIN) / step) * step;
        double high = StrictMath.ceil((max + span * MARGIN) / step) * step;
        return new Rounded(
                0.0 - atLeast(min >= 0 ? Math.min(0, -low) : -low, -min),
                atLeast(max <= 0 ? Math.min(0, high) : high, max));
    }

    /** The largest of 1, 2, 5 times a power of ten that is not above the size; at least 1 for whole numbers. */
    private static double step(double size, boolean whole) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(size)));
        double step = size >= 5 * power ? 5 * power : size >= 2 * power ? 2 * power : power;
        return whole ? Math.max(1, step) : step;
    }

    /* 3 * 0.1 is 0.30000000000000004: twelve digits are what a person would have written. */
    private static double atLeast(double value, double observed) {
        double digits = new BigDecimal(value).round(new MathContext(12)).doubleValue();
        return Math.max(digits, observed) + 0.0; // never minus zero
    }
}
