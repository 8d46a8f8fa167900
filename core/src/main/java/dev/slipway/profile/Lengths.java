package dev.slipway.profile;

import java.io.Serializable;

/**
 * How the texts of a column are written.
 *
 * @param count of texts
 * @param min characters (Unicode code points) of the shortest; 0 where there are none
 * @param max characters of the longest
 * @param total characters of all
 * @param edged how many begin or end with a white space
 * @param foreign how many hold a character beyond ASCII
 */
public record Lengths(long count, int min, int max, long total, long edged, long foreign) implements Serializable {
    static final Lengths NONE = new Lengths(0, 0, 0, 0, 0, 0);

    /** {@code NaN} where there are no texts. */
    public double mean() {
        return (double) total / count;
    }

    Lengths merge(Lengths other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        return new Lengths(
                count + other.count,
                Math.min(min, other.min),
                Math.max(max, other.max),
                total + other.total,
                edged + other.edged,
                foreign + other.foreign);
    }
}
