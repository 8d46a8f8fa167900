package dev.slipway.profile;

import java.io.Serializable;

/** How long the texts of a column are, in UTF-16 units; the smallest is 0 where there are none. */
public record Lengths(long count, int min, int max, long total) implements Serializable {
    static final Lengths NONE = new Lengths(0, 0, 0, 0);

    Lengths merge(Lengths other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        return new Lengths(
                count + other.count, Math.min(min, other.min), Math.max(max, other.max), total + other.total);
    }
}
