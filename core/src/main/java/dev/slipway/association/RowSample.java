package dev.slipway.association;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.slipway.engine.Mergeable;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of the smallest hashes seen so far (a bottom-k sample): which they are depends on the names and records of the
 * rows alone, so parts in any order give what the whole gives. Takes the memory of twice the rows wanted at most, packed.
 *
 * <p>Cohen and Kaplan, "Summarizing data using bottom-k sketches" (2007). The hash is one of the source's name and the
 * record, not of the values: rows that look alike are chosen apart from each other.
 */
public final class RowSample implements Mergeable<RowSample> {
    private static final Hasher64 HASH = Hashing.rapidhashV3();

    private final int most;
    private final long rows;
    private final List<String> names;
    private final List<RowPart> parts;

    private RowSample(int most, long rows, List<String> names, List<RowPart> parts) {
        this.most = most;
        this.rows = rows;
        this.names = names;
        this.parts = parts;
    }

    static RowSample none(int most) {
        return new RowSample(most, 0, List.of(), List.of());
    }

    static RowSample of(Table table, int most) {
        if (table.rows() == 0) {
            return new RowSample(most, 0, table.names(), List.of());
        }
        var origins = table.origins();
        var sources = new HashMap<String, Long>();
        long[] hashes = new long[table.rows()];
        Arrays.setAll(
                hashes,
                row -> HASH.hashLongLongToLong(
                        sources.computeIfAbsent(origins.source(row), HASH::hashCharsToLong), origins.record(row)));
        return kept(most, table.rows(), table.names(), List.of(RowPart.of(table, hashes)));
    }

    @Override
    public RowSample merge(RowSample other) {
        if (most != other.most) {
            throw new IllegalArgumentException("samples of %d and %d rows".formatted(most, other.most));
        }
        if (names.isEmpty() || other.names.isEmpty()) {
            return names.isEmpty() ? other : this;
        }
        if (!names.equals(other.names)) {
            throw new IllegalArgumentException("the parts have different columns: " + names + " and " + other.names);
        }
        var both = new ArrayList<>(parts);
        both.addAll(other.parts);
        return kept(most, rows + other.rows, names, both);
    }

    /** Parts are only hung together until they hold more rows than are wanted: so each row is copied about twice in all. */
    private static RowSample kept(int most, long rows, List<String> names, List<RowPart> parts) {
        int size = parts.stream().mapToInt(RowPart::size).sum();
        return new RowSample(
                most, rows, names, size > most ? List.of(RowPart.choose(parts, smallest(parts, size, most))) : parts);
    }

    /** The places (part in the upper half, row in the lower) of the rows of smallest hash. */
    private static long[] smallest(List<RowPart> parts, int size, int most) {
        long[] sorted = new long[size];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part.hashes(), 0, sorted, at, part.size());
            at += part.size();
        }
        Arrays.sort(sorted);
        long last = sorted[most - 1];
        long[] chosen = new long[most];
        var ties = new ArrayList<Long>();
        int count = 0;
        for (int p = 0; p < parts.size(); p++) {
            long[] hashes = parts.get(p).hashes();
            for (int row = 0; row < hashes.length; row++) {
                if (hashes[row] < last) {
                    chosen[count++] = place(p, row);
                } else if (hashes[row] == last) {
                    ties.add(place(p, row));
                }
            }
        }
        if (count + ties.size() > most) {
            ties.sort(RowPart.order(parts));
        }
        for (int i = 0; count < most; i++) {
            chosen[count++] = ties.get(i);
        }
        return chosen;
    }

    private static long place(int part, int row) {
        return ((long) part << 32) | row;
    }

    /** The rows in the order of source and record. */
    Sample sample() {
        if (parts.isEmpty()) {
            return new Sample(rows, names, RowPart.NONE);
        }
        long[] places = IntStream.range(0, parts.size())
                .boxed()
                .flatMap(p -> IntStream.range(0, parts.get(p).size()).mapToObj(row -> place(p, row)))
                .sorted(RowPart.order(parts))
                .mapToLong(Long::longValue)
                .toArray();
        return new Sample(rows, names, RowPart.choose(parts, places));
    }

    /** Of the whole, kept or not. */
    public long rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSample that && most == that.most && sample().equals(that.sample());
    }

    @Override
    public int hashCode() {
        return sample().hashCode();
    }

    @Override
    public String toString() {
        return "a sample of at most %d of %d rows of %s".formatted(most, rows, names);
    }
}
