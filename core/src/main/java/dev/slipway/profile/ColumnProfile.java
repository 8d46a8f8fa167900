package dev.slipway.profile;

import dev.slipway.statistic.Moments;
import dev.slipway.table.ColumnType;
import java.io.Serializable;

/**
 * What is in one column. The numbers are those of numeric columns, and of texts that can be read as numbers; timestamps count
 * as microseconds.
 *
 * @param type of the column that was looked at: text, unless the source is typed
 * @param missing empty texts and missing values
 * @param evidence what texts can be read as; nothing for typed columns
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long rows,
        long missing,
        Evidence evidence,
        Moments moments,
        Extremes extremes,
        ValueCounts values,
        Lengths lengths,
        Keys keys)
        implements Serializable {

    /** How many values are there. */
    public long present() {
        return rows - missing;
    }

    /** {@code NaN} where there are no rows. */
    public double missingShare() {
        return (double) missing / rows;
    }

    ColumnProfile merge(ColumnProfile other) {
        if (!name.equals(other.name) || type != other.type) {
            throw new IllegalArgumentException("column '%s' is %s in one part, '%s' is %s in another"
                    .formatted(name, type.label(), other.name, other.type.label()));
        }
        return new ColumnProfile(
                name,
                type,
                rows + other.rows,
                missing + other.missing,
                evidence.merge(other.evidence),
                moments.merge(other.moments),
                extremes.merge(other.extremes),
                values.merge(other.values),
                lengths.merge(other.lengths),
                keys.merge(other.keys));
    }
}
