package dev.slipway.drift;

import dev.slipway.table.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * How one column differs between two data sets.
 *
 * @param before what the column looked like, {@code after} what it looks like
 * @param missingBefore share of the rows without a value, 0 to 1
 * @param comparison empty where the values cannot be compared
 * @param fresh values that were not there before, the most frequent first
 */
public record ColumnShift(
        String column,
        ColumnType before,
        ColumnType after,
        double missingBefore,
        double missingAfter,
        Verdict verdict,
        Optional<Comparison> comparison,
        List<Fresh> fresh) {
    /** What is to be thought of a difference. */
    public enum Verdict {
        /** More than chance makes, and large enough to matter. */
        CHANGED,
        /** The values are of another kind: nothing else can be compared. */
        OTHER_KIND,
        /** Too few rows to tell chance from change. */
        TOO_FEW,
        /** Times move on, and keys are new by nature: no figure says whether that is a change. */
        NOT_COMPARED,
        /** No more than chance makes, or too little to matter. */
        SAME
    }

    /**
     * The distance of two distributions.
     *
     * @param numbers whether they were compared as numbers; else value by value, a missing one being a value too
     * @param distance Kolmogorov-Smirnov D of numbers, total variation of values: 0 to 1
     * @param other of numbers the Wasserstein distance in deviations of before; of values the Jensen-Shannon distance (base 2)
     * @param psi the population stability index over ten quantile bins of before, or over the values; half a row is added to each
     * @param p how probable so large a distance is by chance
     * @param meanShift of numbers: by how many deviations of before the mean moved; else {@code NaN}
     * @param exact whether all values were known one by one
     * @param slices shares before and after, side by side
     */
    public record Comparison(
            boolean numbers,
            double distance,
            double other,
            double psi,
            double p,
            double meanShift,
            boolean exact,
            List<Slice> slices) {
        public Comparison {
            slices = List.copyOf(slices);
        }

        /** The larger of the two distances and of the shift of the missing share: what columns are ordered by. */
        double size(double missingShift) {
            return Math.max(Double.isNaN(distance) ? 0 : distance, missingShift);
        }
    }

    /**
     * One value, or the numbers from low to high, and its share of the rows with a value before and after.
     *
     * @param value empty for numbers
     */
    public record Slice(String value, double low, double high, double before, double after) {}

    /** A value that was not there before. */
    public record Fresh(String value, long count) {}

    public ColumnShift {
        fresh = List.copyOf(fresh);
    }

    /** How far the column moved, 0 to 1, for ordering. */
    public double size() {
        double missing = Math.abs(missingAfter - missingBefore);
        return comparison.map(of -> of.size(missing)).orElse(missing);
    }
}
