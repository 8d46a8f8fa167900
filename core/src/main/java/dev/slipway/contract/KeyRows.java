package dev.slipway.contract;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.slipway.table.Column;
import dev.slipway.table.Origins;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of a unique column in some rows, packed: their bytes, a hash, the record and the line. Immutable. About 28 bytes a
 * row beside the value itself.
 */
final class KeyRows implements Serializable {
    /** A row with a value that an earlier one has. */
    record Repeat(String value, long record, long line, long firstRecord, long firstLine) {}

    private record Row(String value, long record, long line) {}

    private static final Hasher64 HASH = Hashing.rapidhashV3();

    private final long[] hashes;
    private final long[] records;
    private final long[] lines;
    private final int[] ends;
    private final byte[] values;

    private KeyRows(long[] hashes, long[] records, long[] lines, int[] ends, byte[] values) {
        this.hashes = hashes;
        this.records = records;
        this.lines = lines;
        this.ends = ends;
        this.values = values;
    }

    /** The rows of the column that hold a value. */
    static KeyRows of(Column column, Origins origins) {
        int size = column.size() - column.missing().count();
        long[] hashes = new long[size];
        long[] records = new long[size];
        long[] lines = new long[size];
        int[] ends = new int[size];
        var bytes = new ByteArrayOutputStream(size * 8);
        int at = 0;
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                String text = column.text(row);
                hashes[at] = HASH.hashCharsToLong(text);
                records[at] = origins.record(row);
                lines[at] = origins.line(row);
                bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                ends[at++] = bytes.size();
            }
        }
        return new KeyRows(hashes, records, lines, ends, bytes.toByteArray());
    }

    private Row row(int at) {
        int start = at == 0 ? 0 : ends[at - 1];
        return new Row(new String(values, start, ends[at] - start, StandardCharsets.UTF_8), records[at], lines[at]);
    }

    /** Every row, over all parts, whose value an earlier record has; by record. Hashes only narrow down, values decide. */
    static List<Repeat> repeats(List<KeyRows> parts) {
        var suspects = suspects(parts);
        if (suspects.isEmpty()) {
            return List.of();
        }
        var byValue = new HashMap<String, List<Row>>();
        for (var part : parts) {
            for (int at = 0; at < part.hashes.length; at++) {
                if (suspects.contains(part.hashes[at])) {
                    var row = part.row(at);
                    byValue.computeIfAbsent(row.value, value -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        return byValue.values().stream()
                .flatMap(rows -> {
                    rows.sort(Comparator.comparingLong(Row::record));
                    var first = rows.get(0);
                    return rows.stream()
                            .skip(1)
                            .map(row -> new Repeat(row.value, row.record, row.line, first.record, first.line));
                })
                .sorted(Comparator.comparingLong(Repeat::record))
                .toList();
    }

    private static Set<Long> suspects(List<KeyRows> parts) {
        long[] all =
                new long[parts.stream().mapToInt(part -> part.hashes.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part.hashes, 0, all, at, part.hashes.length);
            at += part.hashes.length;
        }
        Arrays.sort(all);
        var twice = new HashSet<Long>();
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                twice.add(all[i]);
            }
        }
        return twice;
    }
}
