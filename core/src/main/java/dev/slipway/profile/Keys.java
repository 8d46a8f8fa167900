package dev.slipway.profile;

import dev.slipway.document.Mapping;
import dev.slipway.statistic.Packed;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a column could be a key: which rows repeat a value, as long as few do. Beyond {@link #MOST} repeats it is no key.
 * Beyond a stated number of rows it is not known.
 *
 * <p>Each row costs 16 bytes (a 64-bit hash and its record) until the column is known to be no key. Merging only hangs parts
 * together; the rows are compared when the repeats are read.
 */
public final class Keys implements Serializable {
    /**
     * A row whose value an earlier row has.
     *
     * @param record from 1
     * @param first the earliest record with the same value
     */
    public record Repeat(long record, long first) {}

    /** The largest number of repeats that a key is forgiven. */
    public static final int MOST = 1_000;

    static final Keys NONE = new Keys(0, 0, List.of(), 0);

    /** Hashes and records of some rows, or other parts. */
    private sealed interface Part extends Serializable permits Rows, Both {}

    private static final class Rows implements Part {
        private final long[] hashes;
        private final long[] records;

        private Rows(long[] hashes, long... records) {
            this.hashes = hashes;
            this.records = records;
        }
    }

    private record Both(Part left, Part right) implements Part {}

    private final int most;
    private final long rows;
    private final List<Part> part;
    /* Never more than the repeats of the whole, so forgetting the rows early cannot change the answer. */
    private final long repeatsWithinParts;

    private Keys(int most, long rows, List<Part> part, long repeatsWithinParts) {
        this.most = most;
        this.rows = rows;
        this.part = part;
        this.repeatsWithinParts = repeatsWithinParts;
    }

    /** Takes the arrays over, in which so many hashes are repeats; more rows than most are not kept. */
    static Keys of(int most, long repeats, long[] hashes, long... records) {
        return hashes.length == 0 ? NONE : kept(most, hashes.length, List.of(new Rows(hashes, records)), repeats);
    }

    /** Of so many rows that have too many repeats, or are more than can be kept. */
    static Keys tooMany(int most, long rows) {
        return kept(most, rows, List.of(), MOST + 1L);
    }

    private static Keys kept(int most, long rows, List<Part> part, long repeats) {
        return repeats > MOST || rows > most
                ? new Keys(most, rows, List.of(), MOST + 1L)
                : new Keys(most, rows, part, repeats);
    }

    Keys merge(Keys other) {
        if (rows == 0 || other.rows == 0) {
            return rows == 0 ? other : this;
        }
        long repeats = repeatsWithinParts + other.repeatsWithinParts;
        return repeats > MOST
                ? kept(most, rows + other.rows, List.of(), repeats)
                : kept(most, rows + other.rows, List.of(new Both(part.get(0), other.part.get(0))), repeats);
    }

    /** For a document, to the bit of every answer. */
    Map<String, Object> object() {
        var all = rowsOfParts();
        long[] hashes =
                all.stream().flatMapToLong(some -> Arrays.stream(some.hashes)).toArray();
        long[] records =
                all.stream().flatMapToLong(some -> Arrays.stream(some.records)).toArray();
        return Map.of(
                "most", most,
                "rows", rows,
                "repeats", repeatsWithinParts,
                "hashes", Packed.longs(hashes),
                "records", Packed.longs(records));
    }

    /** What {@link #object()} wrote. */
    static Keys read(Mapping from) {
        from.allowOnly("most", "rows", "repeats", "hashes", "records");
        long[] hashes = Packed.longs(from, "hashes");
        long[] records = Packed.longs(from, "records");
        if (hashes.length != records.length) {
            Packed.damaged(from, "hashes");
            return NONE;
        }
        long rows = from.whole("rows");
        long repeats = from.whole("repeats");
        return rows == 0 ? NONE : kept((int) from.whole("most"), rows, List.of(new Rows(hashes, records)), repeats);
    }

    /** The repeats by record; empty where there are too many for a key, or more rows than can be compared here. */
    public Optional<List<Repeat>> repeats() {
        if (repeatsWithinParts > MOST) {
            return Optional.empty();
        }
        var all = rowsOfParts();
        int size = all.stream().mapToInt(some -> some.hashes.length).sum();
        long[] hashes = new long[size];
        long[] records = new long[size];
        int at = 0;
        for (var some : all) {
            System.arraycopy(some.hashes, 0, hashes, at, some.hashes.length);
            System.arraycopy(some.records, 0, records, at, some.hashes.length);
            at += some.hashes.length;
        }
        var repeated = repeated(hashes);
        return repeated.isEmpty() ? Optional.of(List.of()) : repeats(hashes, records, repeated);
    }

    private List<Rows> rowsOfParts() {
        var found = new ArrayList<Rows>();
        var open = new ArrayDeque<>(part);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next instanceof Both both) {
                open.push(both.right);
                open.push(both.left);
            } else if (next instanceof Rows some) {
                found.add(some);
            }
        }
        return found;
    }

    /** The hashes that come more than once, ascending. */
    private static List<Long> repeated(long... hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        var repeated = new ArrayList<Long>();
        for (int i = 1; i < sorted.length; i++) {
            boolean counted = !repeated.isEmpty() && repeated.get(repeated.size() - 1) == sorted[i];
            if (sorted[i] == sorted[i - 1] && !counted) {
                repeated.add(sorted[i]);
            }
        }
        return repeated;
    }

    private static Optional<List<Repeat>> repeats(long[] hashes, long[] records, List<Long> repeated) {
        var byHash = new HashMap<Long, List<Long>>();
        repeated.forEach(hash -> byHash.put(hash, new ArrayList<>()));
        IntStream.range(0, hashes.length).forEach(i -> {
            var same = byHash.get(hashes[i]);
            if (same != null) {
                same.add(records[i]);
            }
        });
        var repeats = byHash.values().stream()
                .flatMap(same -> {
                    var sorted = same.stream().sorted().toList();
                    return sorted.stream().skip(1).map(record -> new Repeat(record, sorted.get(0)));
                })
                .sorted(Comparator.comparingLong(Repeat::record))
                .toList();
        return repeats.size() > MOST ? Optional.empty() : Optional.of(repeats);
    }

    /** Equal answers, not equal parts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Keys that && repeats().equals(that.repeats());
    }

    @Override
    public int hashCode() {
        return repeats().hashCode();
    }
}
