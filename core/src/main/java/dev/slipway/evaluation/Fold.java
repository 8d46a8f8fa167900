package dev.slipway.evaluation;

import java.util.Arrays;

/** Rows that teach, and rows that judge what was learned. Both ascending, and no row is on both sides. Immutable. */
final class Fold {
    private final int[] teaching;
    private final int[] judging;

    Fold(int[] teaching, int[] judging) {
        this.teaching = teaching;
        this.judging = judging;
    }

    int[] teaching() {
        return teaching.clone();
    }

    int[] judging() {
        return judging.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fold that
                && Arrays.equals(teaching, that.teaching)
                && Arrays.equals(judging, that.judging);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(teaching) + Arrays.hashCode(judging);
    }

    @Override
    public String toString() {
        return "%d rows teach, %d judge".formatted(teaching.length, judging.length);
    }
}
