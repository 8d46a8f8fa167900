package dev.slipway.profile;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The values of a column, equal ones together as long as few are distinct: each entry is a value, told by a row that has it, and
 * the rows that have it.
 */
final class Entries {
    private final int[] codes;
    private final int[] rows;

    private Entries(int[] codes, int... rows) {
        this.codes = codes;
        this.rows = rows;
    }

    /** The entries, or one for each row where there are many. */
    static Entries of(Column column) {
        if (column instanceof TextColumn texts) {
            return texts.isCoded() ? coded(texts.size(), texts.dictionary().size(), texts::code) : single(column);
        }
        if (column instanceof CategoryColumn words) {
            return coded(words.size(), words.dictionary().size(), words::code);
        }
        if (column instanceof BooleanColumn truths) {
            return coded(truths.size(), 2, row -> truths.isMissing(row) ? -1 : truths.at(row) ? 1 : 0);
        }
        return tallied(column);
    }

    /** The whole number that tells the values of a column that is no text from each other. */
    static IntToLongFunction identity(Column column) {
        if (column instanceof IntegerColumn integers) {
            return integers::at;
        }
        if (column instanceof TimestampColumn moments) {
            return moments::at;
        }
        if (column instanceof NumberColumn numbers) {
            return row -> Double.doubleToLongBits(numbers.at(row) + 0.0);
        }
        throw new IllegalArgumentException(column + " has no numbers");
    }

    private static Entries coded(int size, int words, IntUnaryOperator code) {
        int[] places = new int[words];
        Arrays.fill(places, -1);
        int[] codes = new int[size];
        int[] rows = new int[words];
        int entries = 0;
        for (int row = 0; row < size; row++) {
            int word = code.applyAsInt(row);
            if (word < 0) {
                codes[row] = -1;
                continue;
            }
            if (places[word] < 0) {
                places[word] = entries;
                rows[entries++] = row;
            }
            codes[row] = places[word];
        }
        return new Entries(codes, Arrays.copyOf(rows, entries));
    }

    private static Entries tallied(Column column) {
        var identity = identity(column);
        int slots = Math.max(16, Integer.highestOneBit(Math.min(ValueCounts.MOST, column.size()) * 4));
        int[] heads = new int[slots];
        int[] codes = new int[column.size()];
        int[] rows = new int[Math.min(ValueCounts.MOST, column.size()) + 1];
        long[] values = new long[rows.length];
        int entries = 0;
        for (int row = 0; row < codes.length; row++) {
            if (column.isMissing(row)) {
                codes[row] = -1;
                continue;
            }
            long value = identity.applyAsLong(row);
            long mixed = value * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed >>> 40) & (slots - 1);
            while (heads[slot] != 0 && values[heads[slot] - 1] != value) {
                slot = (slot + 1) & (slots - 1);
            }
            if (heads[slot] == 0) {
                if (entries == ValueCounts.MOST) {
                    return single(column);
                }
                values[entries] = value;
                rows[entries++] = row;
                heads[slot] = entries;
            }
            codes[row] = heads[slot] - 1;
        }
        return new Entries(codes, Arrays.copyOf(rows, entries));
    }

    private static Entries single(Column column) {
        int[] rows = column.missing().count() == 0
                ? IntStream.range(0, column.size()).toArray()
                : IntStream.range(0, column.size())
                        .filter(row -> !column.isMissing(row))
                        .toArray();
        int[] codes = new int[column.size()];
        Arrays.fill(codes, -1);
        for (int entry = 0; entry < rows.length; entry++) {
            codes[rows[entry]] = entry;
        }
        return new Entries(codes, rows);
    }

    int size() {
        return rows.length;
    }

    /** The entry of the row; negative where it has no value. */
    int entry(int row) {
        return codes[row];
    }

    /** A row that has the value of the entry. */
    int row(int entry) {
        return rows[entry];
    }

    /** The smallest record of each entry. */
    long[] firstRecords(Origins origins) {
        long[] firsts = new long[rows.length];
        Arrays.fill(firsts, Long.MAX_VALUE);
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                firsts[codes[row]] = Math.min(firsts[codes[row]], origins.record(row));
            }
        }
        return firsts;
    }

    /** How many rows each entry has. */
    long[] counts() {
        long[] counts = new long[rows.length];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }
}
