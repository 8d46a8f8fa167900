package dev.slipway.contract;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.List;

/** One number of 64 bits for each row: rows with the same values have the same, and others hardly ever do. */
final class CellHashes {
    private static final Hasher64 HASH = Hashing.rapidhashV3();
    private static final long MISSING = 0x9E3779B97F4A7C15L;

    private CellHashes() {}

    /** Of the values of these columns together. */
    static long[] of(List<Column> columns) {
        long[] all = of(columns.get(0));
        for (var column : columns.subList(1, columns.size())) {
            long[] next = of(column);
            for (int row = 0; row < all.length; row++) {
                all[row] = mix(all[row] * 31 + next[row]);
            }
        }
        return all;
    }

    static long[] of(Column column) {
        long[] hashes = new long[column.size()];
        if (column instanceof TextColumn texts && texts.isCoded()) {
            long[] words =
                    texts.dictionary().stream().mapToLong(HASH::hashCharsToLong).toArray();
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = words[texts.code(row)];
            }
            return hashes;
        }
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = column.isMissing(row) ? MISSING : of(column, row);
        }
        return hashes;
    }

    private static long of(Column column, int row) {
        if (column instanceof IntegerColumn integers) {
            return mix(integers.at(row));
        }
        if (column instanceof TimestampColumn times) {
            return mix(times.at(row));
        }
        return HASH.hashCharsToLong(column.text(row));
    }

    /** The finaliser of SplitMix64: every bit of the result depends on every bit that goes in. */
    private static long mix(long value) {
        long some = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long more = (some ^ (some >>> 27)) * 0x94D049BB133111EBL;
        return more ^ (more >>> 31);
    }
}
