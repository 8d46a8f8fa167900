package dev.slipway.explain;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which value each row gets when the values of a column are dealt anew; every value is dealt exactly once. */
public interface Reordering {
    /**
     * The row each row takes its value from.
     *
     * @param column which of the columns, from 0; each is dealt on its own
     * @param repeat which time, from 0
     */
    int[] order(int rows, int column, int repeat);

    /** A shuffle; the same seed deals the same. */
    static Reordering shuffled(long seed) {
        return (rows, column, repeat) -> {
            var random = new SplittableRandom(seed + 1_000_003L * column + repeat);
            int[] order = IntStream.range(0, rows).toArray();
            for (int last = rows - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int kept = order[last];
                order[last] = order[other];
                order[other] = kept;
            }
            return order;
        };
    }

    /** Each row takes the value from so many rows before it, the first rows from the last: chance has no part in it. */
    static Reordering rotated(int... by) {
        int[] steps = by.clone();
        return (rows, column, repeat) -> {
            var order = new int[rows];
            for (int row = 0; row < rows; row++) {
                order[row] = Math.floorMod(row - steps[repeat], rows);
            }
            return order;
        };
    }
}
