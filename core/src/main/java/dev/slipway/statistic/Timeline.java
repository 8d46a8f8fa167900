package dev.slipway.statistic;

import dev.slipway.document.Mapping;
import dev.slipway.engine.Mergeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When things happened: moments, as microseconds since 1970-01-01T00:00Z, each with its count as long as the distinct ones are
 * few; beyond a stated number of them seconds are counted, then minutes, hours, days and tens of days. Which unit it is depends
 * on all the moments together. Immutable.
 */
public final class Timeline implements Mergeable<Timeline> {
    /**
     * A stretch in which nothing happened.
     *
     * @param from the last moment before, in microseconds, within a {@linkplain #unit() unit}
     * @param to the first moment after
     */
    public record Gap(long from, long to) {
        public long length() {
            return to - from;
        }
    }

    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    /* Each is a multiple of the one before: coarsening twice is coarsening once. */
    private static final long[] UNITS = {
        1, SECOND, 60 * SECOND, 3_600 * SECOND, DAY, 10 * DAY, 100 * DAY, 1_000 * DAY, 10_000 * DAY, 1_000_000 * DAY
    };

    private final LongCounts moments;
    private final int most;
    private final int level;
    private final long first;
    private final long last;

    private Timeline(LongCounts moments, int most, int level, long first, long last) {
        this.moments = moments;
        this.most = most;
        this.level = level;
        this.first = first;
        this.last = last;
    }

    /** Takes the array over. */
    public static Timeline of(int most, long... micros) {
        return exact(LongCounts.of(micros), most);
    }

    /** Each moment as often as its weight says. */
    public static Timeline weighted(int most, long[] micros, long... weights) {
        return exact(LongCounts.weighted(micros, weights), most);
    }

    private static Timeline exact(LongCounts moments, int most) {
        return moments.distinct() == 0
                ? new Timeline(moments, most, 0, Long.MAX_VALUE, Long.MIN_VALUE)
                : new Timeline(moments, most, 0, moments.value(0), moments.value(moments.distinct() - 1)).bounded();
    }

    private Timeline bounded() {
        var bounded = this;
        while (bounded.moments.distinct() > most) {
            bounded = bounded.at(bounded.level + 1);
        }
        return bounded;
    }

    private Timeline at(int coarser) {
        if (coarser == level) {
            return this;
        }
        long factor = UNITS[coarser] / UNITS[level];
        return new Timeline(moments.coarser(key -> Math.floorDiv(key, factor)), most, coarser, first, last);
    }

    @Override
    public Timeline merge(Timeline other) {
        int common = Math.max(level, other.level);
        return new Timeline(
                        at(common).moments.merge(other.at(common).moments),
                        most,
                        common,
                        Math.min(first, other.first),
                        Math.max(last, other.last))
                .bounded();
    }

    /** For a document, to the bit. */
    public Map<String, Object> object() {
        return Map.of("most", most, "level", level, "first", first, "last", last, "moments", moments.object());
    }

    /** What {@link #object()} wrote. */
    public static Timeline read(Mapping from) {
        from.allowOnly("most", "level", "first", "last", "moments");
        long level = from.whole("level");
        if (level < 0 || level >= UNITS.length) {
            Packed.damaged(from, "level");
            level = 0;
        }
        return new Timeline(
                LongCounts.read(from.mapping("moments")),
                (int) from.whole("most"),
                (int) level,
                from.whole("first"),
                from.whole("last"));
    }

    public long count() {
        return moments.total();
    }

    /** How finely moments are told apart, in microseconds; 1 where they are exact. */
    public long unit() {
        return UNITS[level];
    }

    /** The earliest moment, exact; {@link Long#MAX_VALUE} where there is none. */
    public long first() {
        return first;
    }

    /** The latest moment, exact; {@link Long#MIN_VALUE} where there is none. */
    public long last() {
        return last;
    }

    /** The moment by which this share of all had happened; at least one moment. */
    public Figure quantile(double q) {
        long count = count();
        int place = moments.placeOf((long) Math.floor((count - 1) * q));
        double start = (double) Math.max(first, moments.value(place) * unit());
        return level == 0 ? Figure.exact(start) : Figure.within(start, (double) unit());
    }

    /** The longest gaps, longest first, the earlier of two as long. */
    public List<Gap> gaps(int most) {
        var gaps = new ArrayList<Gap>();
        for (int place = 1; place < moments.distinct(); place++) {
            long from = moments.value(place - 1) * unit();
            long to = moments.value(place) * unit();
            if (to - from > unit()) {
                gaps.add(new Gap(Math.max(first, from), to));
            }
        }
        gaps.sort(Comparator.comparingLong(Gap::length).reversed().thenComparingLong(Gap::from));
        return List.copyOf(gaps.subList(0, Math.min(most, gaps.size())));
    }

    /** Intervals of equal length from the first moment to the last, in microseconds. */
    public Histogram histogram(int intervals) {
        double[] starts = new double[moments.distinct()];
        long[] weights = new long[starts.length];
        for (int place = 0; place < starts.length; place++) {
            starts[place] = (double) Math.max(first, moments.value(place) * unit());
            weights[place] = moments.count(place);
        }
        var histogram = Distribution.weighted(Integer.MAX_VALUE, starts, weights)
                .histogram(intervals, (double) first, (double) last);
        return new Histogram(histogram.edges(), histogram.counts(), level == 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeline that
                && level == that.level
                && first == that.first
                && last == that.last
                && moments.equals(that.moments);
    }

    @Override
    public int hashCode() {
        return moments.hashCode();
    }

    @Override
    public String toString() {
        return "%d moments, %s".formatted(count(), moments);
    }
}
