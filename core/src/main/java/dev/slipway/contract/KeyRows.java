package dev.slipway.contract;

import dev.slipway.table.Column;
import dev.slipway.table.Origins;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of one batch whose hash another row has too, packed: the bytes of their values, the hash, the record and the line.
 * Immutable. About 28 bytes a row beside the values themselves.
 */
final class KeyRows implements Serializable {
    private final String[] sources;
    private final long[] hashes;
    private final long[] records;
    private final long[] lines;
    private final int[] ends;
    private final byte[] values;

    private KeyRows(String[] sources, long[] hashes, long[] records, long[] lines, int[] ends, byte... values) {
        this.sources = sources;
        this.hashes = hashes;
        this.records = records;
        this.lines = lines;
        this.ends = ends;
        this.values = values;
    }

    /** Of these rows, from 0, the values of the columns. */
    static KeyRows of(List<Column> columns, long[] hashes, Origins origins, int... rows) {
        var sources = new String[rows.length];
        long[] kept = new long[rows.length];
        long[] records = new long[rows.length];
        long[] lines = new long[rows.length];
        int[] ends = new int[rows.length];
        var bytes = new ByteArrayOutputStream(rows.length * 8);
        for (int at = 0; at < rows.length; at++) {
            int row = rows[at];
            sources[at] = origins.source(row);
            kept[at] = hashes[row];
            records[at] = origins.record(row);
            lines[at] = origins.line(row);
            bytes.writeBytes(RowKey.text(columns, row).getBytes(StandardCharsets.UTF_8));
            ends[at] = bytes.size();
        }
        boolean one = Arrays.stream(sources).distinct().limit(2).count() <= 1;
        var named = one ? Arrays.copyOf(sources, Math.min(1, sources.length)) : sources;
        return new KeyRows(named, kept, records, lines, ends, bytes.toByteArray());
    }

    int size() {
        return hashes.length;
    }

    private String source(int at) {
        return sources[sources.length == 1 ? 0 : at];
    }

    private Finding.Row row(int at) {
        return new Finding.Row(source(at), records[at], lines[at]);
    }

    /** A row in the order of values, then of sources and records. */
    private record Entry(KeyRows part, int at) {
        private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::hash)
                .thenComparing((some, other) -> some.compareValues(other))
                .thenComparing(Entry::source)
                .thenComparingLong(Entry::record);

        long hash() {
            return part.hashes[at];
        }

        String source() {
            return part.source(at);
        }

        long record() {
            return part.records[at];
        }

        int compareValues(Entry other) {
            return Arrays.compare(
                    part.values, start(), part.ends[at], other.part.values, other.start(), other.part.ends[other.at]);
        }

        private int start() {
            return at == 0 ? 0 : part.ends[at - 1];
        }
    }

    /** Every row, over all parts, whose values an earlier row has. Hashes only narrow down, values decide. */
    static Repeats repeats(List<KeyRows> parts) {
        var entries = new ArrayList<Entry>();
        for (var part : parts) {
            for (int at = 0; at < part.size(); at++) {
                entries.add(new Entry(part, at));
            }
        }
        entries.sort(Entry.ORDER);
        var repeats = new Repeats.Growing();
        int first = 0;
        for (int i = 1; i < entries.size(); i++) {
            var entry = entries.get(i);
            var before = entries.get(first);
            if (entry.hash() == before.hash() && entry.compareValues(before) == 0) {
                repeats.add(entry.part.row(entry.at), before.part.row(before.at));
            } else {
                first = i;
            }
        }
        return repeats.repeats();
    }
}
