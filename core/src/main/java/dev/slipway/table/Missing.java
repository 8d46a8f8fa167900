package dev.slipway.table;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Which rows of a column hold no value. A missing number is not a NaN: NaN is a value somebody wrote. Immutable. */
public final class Missing implements Serializable {
    public static final Missing NONE = new Missing(new long[0], 0);

    private final long[] words;
    private final int count;

    private Missing(long[] words, int count) {
        this.words = words;
        this.count = count;
    }

    /** The rows from 0 to size for which the predicate holds; it is asked once for each row, in order. */
    public static Missing where(int size, IntPredicate missing) {
        long[] words = NONE.words;
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (missing.test(row)) {
                if (words.length == 0) {
                    words = new long[(size + 63) >>> 6];
                }
                words[row >>> 6] |= 1L << row;
                count++;
            }
        }
        return count == 0 ? NONE : new Missing(words, count);
    }

    public boolean at(int row) {
        int word = row >>> 6;
        return word < words.length && (words[word] & (1L << row)) != 0;
    }

    /** How many rows are missing. */
    public int count() {
        return count;
    }

    Missing rows(int... rows) {
        return count == 0 ? NONE : where(rows.length, i -> at(rows[i]));
    }

    Missing slice(int from, int to) {
        return count == 0 ? NONE : where(to - from, i -> at(from + i));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Missing that && count == that.count && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return count + " missing";
    }
}
