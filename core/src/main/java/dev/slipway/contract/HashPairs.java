package dev.slipway.contract;

import java.io.Serializable;
import java.util.Arrays;

/** Distinct pairs of hashes, sorted: which values of one column come with which of another. Immutable. */
final class HashPairs implements Serializable {
    static final HashPairs EMPTY = new HashPairs(new long[0], new long[0]);

    private final long[] from;
    private final long[] to;

    private HashPairs(long[] from, long... to) {
        this.from = from;
        this.to = to;
    }

    /** The pairs of these rows, in any order and any number. */
    static HashPairs of(long[] from, long[] to) {
        var rows = new Integer[from.length];
        Arrays.setAll(rows, row -> row);
        Arrays.sort(rows, (some, others) -> {
            int first = Long.compare(from[some], from[others]);
            return first != 0 ? first : Long.compare(to[some], to[others]);
        });
        var distinct = new Growing(Math.min(from.length, 64));
        for (int row : rows) {
            distinct.add(from[row], to[row]);
        }
        return distinct.pairs();
    }

    HashPairs merge(HashPairs other) {
        if (from.length == 0 || other.from.length == 0) {
            return from.length == 0 ? other : this;
        }
        var merged = new Growing(Math.max(from.length, other.from.length));
        int left = 0;
        int right = 0;
        while (left < from.length || right < other.from.length) {
            boolean takeLeft = right == other.from.length || (left < from.length && isBefore(left, other, right));
            if (takeLeft) {
                merged.add(from[left], to[left++]);
            } else {
                merged.add(other.from[right], other.to[right++]);
            }
        }
        return merged.pairs();
    }

    private boolean isBefore(int at, HashPairs other, int there) {
        int first = Long.compare(from[at], other.from[there]);
        return first < 0 || (first == 0 && to[at] <= other.to[there]);
    }

    /** The hashes that come with more than one other, sorted. */
    long[] ambiguous() {
        var found = new Growing(4);
        for (int i = 1; i < from.length; i++) {
            if (from[i] == from[i - 1]) {
                found.add(from[i], 0);
            }
        }
        return found.pairs().from;
    }

    private static final class Growing {
        private long[] from;
        private long[] to;
        private int size;

        Growing(int capacity) {
            from = new long[capacity];
            to = new long[capacity];
        }

        /** Pairs come in order; one that is the same as the last is left out. */
        void add(long some, long other) {
            if (size > 0 && from[size - 1] == some && to[size - 1] == other) {
                return;
            }
            if (size == from.length) {
                from = Arrays.copyOf(from, size * 2 + 4);
                to = Arrays.copyOf(to, size * 2 + 4);
            }
            from[size] = some;
            to[size++] = other;
        }

        HashPairs pairs() {
            return new HashPairs(Arrays.copyOf(from, size), Arrays.copyOf(to, size));
        }
    }
}
