package dev.slipway.statistic;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import dev.slipway.document.Mapping;
import dev.slipway.engine.Mergeable;
import java.util.Arrays;
import java.util.Map;

/**
 * How many distinct values there are, told by their 64-bit hashes: exact up to a stated number of them (but for a collision,
 * which a billion columns would see once), beyond it an UltraLogLog sketch (Ertl 2024) with a standard error of
 * {@value #ERROR}. Which of the two depends on all the values together. Immutable.
 */
public final class Distinct implements Mergeable<Distinct> {
    /** The relative standard error of the sketch: 0.78 / √4096. */
    public static final double ERROR = 0.0122;

    private static final int PRECISION = 12;
    private static final byte[] EXACT = new byte[0];

    private final int most;
    private final long[] hashes;
    private final byte[] sketch;

    private Distinct(int most, long[] hashes, byte... sketch) {
        this.most = most;
        this.hashes = hashes;
        this.sketch = sketch;
    }

    /** Takes the array over. */
    public static Distinct of(int most, long... hashes) {
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return bounded(most, distinct == hashes.length ? hashes : Arrays.copyOf(hashes, distinct));
    }

    /** How many of these hashes, which stand in order, are distinct. */
    public static int among(long... sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private static Distinct bounded(int most, long... hashes) {
        return hashes.length <= most
                ? new Distinct(most, hashes, EXACT)
                : new Distinct(most, new long[0], sketch(hashes).getState());
    }

    private static UltraLogLog sketch(long... hashes) {
        var sketch = UltraLogLog.create(PRECISION);
        for (long hash : hashes) {
            sketch.add(hash);
        }
        return sketch;
    }

    private UltraLogLog sketch() {
        return isExact() ? sketch(hashes) : UltraLogLog.wrap(sketch.clone());
    }

    @Override
    public Distinct merge(Distinct other) {
        if (!isExact() || !other.isExact()) {
            return new Distinct(most, new long[0], sketch().add(other.sketch()).getState());
        }
        if (hashes.length == 0 || other.hashes.length == 0) {
            return hashes.length == 0 ? other : this;
        }
        long[] all = new long[hashes.length + other.hashes.length];
        int size = 0;
        int left = 0;
        int right = 0;
        while (left < hashes.length && right < other.hashes.length) {
            long some = hashes[left];
            long others = other.hashes[right];
            all[size++] = Math.min(some, others);
            left += some <= others ? 1 : 0;
            right += others <= some ? 1 : 0;
        }
        while (left < hashes.length) {
            all[size++] = hashes[left++];
        }
        while (right < other.hashes.length) {
            all[size++] = other.hashes[right++];
        }
        return bounded(most, Arrays.copyOf(all, size));
    }

    /** For a document, to the bit. */
    public Map<String, Object> object() {
        return Map.of("most", most, "hashes", Packed.longs(hashes), "sketch", Packed.bytes(sketch));
    }

    /** What {@link #object()} wrote. */
    public static Distinct read(Mapping from) {
        from.allowOnly("most", "hashes", "sketch");
        byte[] sketch = Packed.bytes(from, "sketch");
        if (sketch.length != 0 && sketch.length != 1 << PRECISION) {
            Packed.damaged(from, "sketch");
            sketch = EXACT;
        }
        long[] hashes = Packed.longs(from, "hashes");
        Arrays.sort(hashes);
        return new Distinct((int) from.whole("most"), hashes, sketch);
    }

    public boolean isExact() {
        return sketch.length == 0;
    }

    /** Beyond exact, rounded, with three standard errors. */
    public Figure count() {
        if (isExact()) {
            return Figure.exact(hashes.length);
        }
        double estimate = Math.rint(sketch().getDistinctCountEstimate());
        return Figure.within(estimate, Math.ceil(3 * ERROR * estimate));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distinct that
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(sketch, that.sketch);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(hashes) + Arrays.hashCode(sketch);
    }

    @Override
    public String toString() {
        return count().toString();
    }
}
