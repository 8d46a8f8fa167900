package dev.slipway.association;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows put together by equal values: the rows of a group follow each other. Immutable. */
final class Grouping {
    /** Rows that are grouped at most; row, group and code must fit one long. */
    static final int MOST = 1 << 20;

    private final int[] rows;
    private final int[] starts;

    private Grouping(int[] rows, int... starts) {
        this.rows = rows;
        this.starts = starts;
    }

    static Grouping of(int rows) {
        int size = Math.min(rows, MOST);
        return new Grouping(IntStream.range(0, size).toArray(), 0, size);
    }

    /** Each group cut by the values of one more column; a missing value is one, too. */
    Grouping by(Feature feature) {
        int[] codes = feature.codes();
        long width = feature.distinct() + 1L;
        long[] keys = new long[rows.length];
        for (int group = 0; group < groups(); group++) {
            for (int i = starts[group]; i < starts[group + 1]; i++) {
                keys[i] = ((group * width + codes[rows[i]] + 1) << 20) | rows[i];
            }
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        int[] cuts = new int[keys.length + 1];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) (keys[i] & (MOST - 1));
            if (i == 0 || keys[i] >>> 20 != keys[i - 1] >>> 20) {
                cuts[count++] = i;
            }
        }
        cuts[count] = keys.length;
        return new Grouping(order, Arrays.copyOf(cuts, count + 1));
    }

    /** The first groups, until they have so many rows; the last one may be cut. */
    Grouping beginning(int size) {
        if (size >= rows.length) {
            return this;
        }
        int[] cuts = Arrays.stream(starts).filter(start -> start < size).toArray();
        int[] ends = Arrays.copyOf(cuts, cuts.length + 1);
        ends[cuts.length] = size;
        return new Grouping(Arrays.copyOf(rows, size), ends);
    }

    int groups() {
        return starts.length - 1;
    }

    /** Rows that an earlier row of their group comes before. */
    int repeats() {
        return rows.length - groups();
    }

    int start(int group) {
        return starts[group];
    }

    int row(int place) {
        return rows[place];
    }

    /** How many rows have another value than most of their group; stops counting beyond the most. */
    long violations(Feature of, double most) {
        return violations(of, most, new int[of.distinct() + 1]);
    }

    /** @param counts all zero, as many as there are values, a missing one included; all zero again behind it */
    long violations(Feature of, double most, int... counts) {
        int[] codes = of.codes();
        long violations = 0;
        for (int group = 0; group < groups() && violations <= most; group++) {
            int from = starts[group];
            int to = starts[group + 1];
            if (to - from < 2) {
                continue;
            }
            int best = 0;
            for (int i = from; i < to; i++) {
                best = Math.max(best, ++counts[codes[rows[i]] + 1]);
            }
            for (int i = from; i < to; i++) {
                counts[codes[rows[i]] + 1] = 0;
            }
            violations += to - from - best;
        }
        return violations;
    }

    /** The code most rows of a group have; of several the one that had so many first. */
    int usual(Feature of, int group) {
        int[] counts = new int[of.distinct() + 1];
        int best = of.codes()[rows[starts[group]]];
        for (int i = starts[group]; i < starts[group + 1]; i++) {
            int code = of.codes()[rows[i]];
            if (++counts[code + 1] > counts[best + 1]) {
                best = code;
            }
        }
        return best;
    }
}
