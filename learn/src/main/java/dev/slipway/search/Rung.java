package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of the data a trial gets. Trials on low rungs are cheap, and say which are worth a higher one.
 *
 * @param number from 1
 * @param share of the rows that would teach
 * @param folds how many of the folds judge, the first ones
 */
public record Rung(int number, double share, int folds) {
    /** Fewer rows than these are not shared out: what is learned from them says too little. */
    private static final int LEAST = 1_000;

    /** A rung that saves less than a tenth of the work is none. */
    private static final double WORTHWHILE = 0.9;

    /** Everything there is. */
    static Rung top(int folds) {
        return new Rung(3, 1, folds);
    }

    /** Low to high; the last one is the top, and only it counts. */
    static List<Rung> ladder(int rows, int folds) {
        var rungs = Stream.of(new Rung(1, 0.25, Math.min(2, folds)), new Rung(2, 0.5, Math.min(3, folds)))
                .filter(rung -> rung.cost(rows, folds) < WORTHWHILE);
        return Stream.concat(rungs, Stream.of(top(folds))).toList();
    }

    /** What it leaves of a cut. */
    Cut of(Cut cut, int rows) {
        int taught = rows(rows);
        return taught < rows ? cut.atMost(taught) : cut;
    }

    private int rows(int all) {
        return Math.min(all, Math.max(LEAST, (int) Math.ceil(all * share)));
    }

    /** The work of a trial here, as a share of the work of one that has everything. */
    double cost(int rows, int allFolds) {
        return (double) rows(rows) / Math.max(rows, 1) * folds / allFolds;
    }

    boolean isFull(int allFolds) {
        return share >= 1 && folds == allFolds;
    }
}
