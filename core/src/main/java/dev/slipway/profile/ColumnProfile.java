package dev.slipway.profile;

import dev.slipway.statistic.Distinct;
import dev.slipway.statistic.Distribution;
import dev.slipway.statistic.Figure;
import dev.slipway.statistic.Histogram;
import dev.slipway.statistic.Moments;
import dev.slipway.statistic.Timeline;
import dev.slipway.table.ColumnType;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is in one column. The numbers are those of numeric columns, and of texts that can be read as numbers; the moments of a
 * timeline those of timestamps, and of texts that can be read as one.
 *
 * @param type of the column that was looked at: text, unless the source is typed
 * @param missing empty texts and missing values
 * @param firstMissing the first records without a value
 * @param evidence what texts can be read as; nothing for typed columns
 * @param moments of the numbers; timestamps of typed columns count as microseconds
 * @param lengths of texts
 * @param patterns the shapes of texts
 * @param numbers how the numbers are distributed; without timestamps
 * @param timeline when timestamps are
 * @param differing how many values are distinct, as they are written
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long rows,
        long missing,
        List<Long> firstMissing,
        Evidence evidence,
        Moments moments,
        Extremes extremes,
        ValueCounts values,
        Lengths lengths,
        Patterns patterns,
        Distribution numbers,
        Timeline timeline,
        Distinct differing,
        Keys keys)
        implements Serializable {
    /** How many records without a value are named. */
    public static final int MISSING_KEPT = 10;

    /**
     * A value and how often it came.
     *
     * @param share of the values present, 0 to 1
     */
    public record Top(String value, long count, double share) {}

    public ColumnProfile {
        firstMissing = List.copyOf(firstMissing);
    }

    /** How many values are there. */
    public long present() {
        return rows - missing;
    }

    /** {@code NaN} where there are no rows. */
    public double missingShare() {
        return (double) missing / rows;
    }

    /** What the column looks like: its type, or the type that its texts can be read as, but for a few. */
    public ColumnType kind() {
        return Kind.of(this);
    }

    /** How many distinct values there are; of a column that looks like numbers, distinct numbers. */
    public Figure distinct() {
        boolean numeric = kind() == ColumnType.NUMBER || kind() == ColumnType.INTEGER;
        if (numeric && numbers.isExact()) {
            return Figure.exact(numbers.distinct());
        }
        var count = differing.count();
        return new Figure(Math.min(count.value(), (double) present()), count.exact(), count.error());
    }

    /**
     * The quantile of the numbers (interpolated, type 7), or of the moments in microseconds where the column looks like those.
     *
     * @param q from 0 to 1
     * @return {@code NaN} where there is neither
     */
    public Figure quantile(double q) {
        if (isTime()) {
            return timeline.quantile(q);
        }
        var within = numbers.quantile(q);
        double value = Math.min(Math.max(within.value(), extremes.min()), extremes.max());
        return new Figure(value, within.exact(), within.error());
    }

    /** Intervals of equal width over the numbers, or over the moments (microseconds) where the column looks like those. */
    public Histogram histogram(int intervals) {
        return isTime() ? timeline.histogram(intervals) : numbers.histogram(intervals, extremes.min(), extremes.max());
    }

    private boolean isTime() {
        return timeline.count() > 0 && kind() == ColumnType.TIMESTAMP;
    }

    /**
     * The values that come most often, most frequent first, then in their order; exact. Empty where there are more distinct ones
     * than are counted one by one.
     */
    public List<Top> top(int most) {
        Stream<Top> all = values.exact()
                ? values.values().entrySet().stream()
                        .map(entry -> top(entry.getKey(), entry.getValue().count()))
                : Stream.empty();
        return all.sorted(Comparator.comparingLong(Top::count).reversed())
                .limit(most)
                .toList();
    }

    private Top top(String value, long count) {
        return new Top(value, count, (double) count / present());
    }

    /** The entropy of the values in bits, where all are counted one by one; else {@code NaN}. */
    public double entropy() {
        if (!values.exact() || present() == 0) {
            return Double.NaN;
        }
        return values.values().values().stream()
                .mapToDouble(seen -> (double) seen.count() / present())
                .map(share -> -share * StrictMath.log(share) / StrictMath.log(2))
                .sum();
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
                Stream.concat(firstMissing.stream(), other.firstMissing.stream())
                        .sorted()
                        .limit(MISSING_KEPT)
                        .toList(),
                evidence.merge(other.evidence),
                moments.merge(other.moments),
                extremes.merge(other.extremes),
                values.merge(other.values),
                lengths.merge(other.lengths),
                patterns.merge(other.patterns),
                numbers.merge(other.numbers),
                timeline.merge(other.timeline),
                differing.merge(other.differing),
                keys.merge(other.keys));
    }
}
