package dev.slipway.statistic;

import dev.slipway.document.Mapping;
import dev.slipway.engine.Mergeable;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** How often each whole number was seen: the distinct ones ascending, packed. Immutable. */
final class LongCounts implements Mergeable<LongCounts> {
    static final LongCounts NONE = new LongCounts(new long[0], new long[0]);

    private final long[] values;
    private final long[] counts;

    private LongCounts(long[] values, long... counts) {
        this.values = values;
        this.counts = counts;
    }

    /** Takes the array over and sorts it. */
    static LongCounts of(long... seen) {
        if (seen.length == 0) {
            return NONE;
        }
        Arrays.sort(seen);
        int distinct = 1;
        for (int i = 1; i < seen.length; i++) {
            distinct += seen[i] == seen[i - 1] ? 0 : 1;
        }
        long[] values = new long[distinct];
        long[] counts = new long[distinct];
        int at = -1;
        for (int i = 0; i < seen.length; i++) {
            if (i == 0 || seen[i] != seen[i - 1]) {
                values[++at] = seen[i];
            }
            counts[at]++;
        }
        return new LongCounts(values, counts);
    }

    /** Each value as often as its weight says; a value may come more than once. */
    static LongCounts weighted(long[] seen, long... weights) {
        var once = of(seen.clone());
        long[] counts = new long[once.values.length];
        for (int i = 0; i < seen.length; i++) {
            counts[Arrays.binarySearch(once.values, seen[i])] += weights[i];
        }
        return new LongCounts(once.values, counts);
    }

    Map<String, Object> object() {
        return Map.of("values", Packed.longs(values), "counts", Packed.longs(counts));
    }

    static LongCounts read(Mapping from) {
        from.allowOnly("values", "counts");
        long[] values = Packed.longs(from, "values");
        long[] counts = Packed.longs(from, "counts");
        boolean sound = values.length == counts.length && Arrays.stream(counts).allMatch(count -> count > 0);
        for (int i = 1; i < values.length; i++) {
            sound &= values[i - 1] < values[i];
        }
        if (!sound) {
            Packed.damaged(from, "values");
        }
        return sound ? new LongCounts(values, counts) : NONE;
    }

    int distinct() {
        return values.length;
    }

    long value(int place) {
        return values[place];
    }

    long count(int place) {
        return counts[place];
    }

    long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** The place of the distinct value that stands at this rank, from 0, when all values stand in order. */
    int placeOf(long rank) {
        long behind = rank;
        int place = 0;
        while (behind >= counts[place]) {
            behind -= counts[place++];
        }
        return place;
    }

    /** The values under a function that keeps their order; those that become equal are counted together. */
    LongCounts coarser(LongUnaryOperator monotone) {
        long[] mapped = new long[values.length];
        long[] sums = new long[values.length];
        int at = -1;
        for (int i = 0; i < values.length; i++) {
            long value = monotone.applyAsLong(values[i]);
            if (at < 0 || mapped[at] != value) {
                mapped[++at] = value;
            }
            sums[at] += counts[i];
        }
        return new LongCounts(Arrays.copyOf(mapped, at + 1), Arrays.copyOf(sums, at + 1));
    }

    @Override
    public LongCounts merge(LongCounts other) {
        if (values.length == 0 || other.values.length == 0) {
            return values.length == 0 ? other : this;
        }
        if (values[values.length - 1] < other.values[0]) {
            return behind(other); // numbers that go up with the rows: nothing to compare
        }
        int most = values.length + other.values.length;
        long[] all = new long[most];
        long[] sums = new long[most];
        int size = 0;
        int left = 0;
        int right = 0;
        while (left < values.length || right < other.values.length) {
            boolean fromLeft =
                    right == other.values.length || (left < values.length && values[left] <= other.values[right]);
            boolean fromRight =
                    left == values.length || (right < other.values.length && other.values[right] <= values[left]);
            all[size] = fromLeft ? values[left] : other.values[right];
            sums[size++] = (fromLeft ? counts[left++] : 0) + (fromRight ? other.counts[right++] : 0);
        }
        return size == most
                ? new LongCounts(all, sums)
                : new LongCounts(Arrays.copyOf(all, size), Arrays.copyOf(sums, size));
    }

    private LongCounts behind(LongCounts larger) {
        long[] all = Arrays.copyOf(values, values.length + larger.values.length);
        long[] sums = Arrays.copyOf(counts, all.length);
        System.arraycopy(larger.values, 0, all, values.length, larger.values.length);
        System.arraycopy(larger.counts, 0, sums, values.length, larger.values.length);
        return new LongCounts(all, sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongCounts that
                && Arrays.equals(values, that.values)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return values.length + " distinct";
    }
}
