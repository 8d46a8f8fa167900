package dev.slipway.contract;

import java.io.Serializable;

/**
 * The numbers from min to max, both included; an infinity leaves that end open. Timestamps count as microseconds since
 * 1970-01-01T00:00Z.
 */
public record Range(double min, double max) implements Serializable {
    public static final Range OPEN = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(min <= max)) {
            throw new IllegalArgumentException("min %s is above max %s".formatted(min, max));
        }
    }

    public boolean contains(double value) {
        return value >= min && value <= max;
    }

    public boolean isOpen() {
        return equals(OPEN);
    }
}
