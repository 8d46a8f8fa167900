package dev.slipway.evaluation;

import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Less data to learn from, on purpose: older rows left out, or rows at random, or columns. Who judges is not cut, so all cuts
 * are judged alike.
 *
 * @param rows the most rows that teach; all where it is not said
 * @param window the time they must be of; first it, then the number of rows
 * @param features the columns that may be read; all where none is named
 */
public record Cut(Optional<Integer> rows, Optional<Window> window, List<String> features) {
    /** Everything there is. */
    public static final Cut NONE = new Cut(Optional.empty(), Optional.empty(), List.of());

    public Cut {
        features = List.copyOf(features);
    }

    /** This cut with at most so many rows. */
    public Cut atMost(int most) {
        return new Cut(Optional.of(rows.map(own -> Math.min(own, most)).orElse(most)), window, features);
    }

    /**
     * Those of the rows that teach. Of two cuts that differ in the number of rows alone, the smaller one's are among the
     * larger one's.
     *
     * @param table all rows, with the column of the window
     * @param teaching places in it, ascending
     */
    public int[] teaching(Table table, int... teaching) {
        int[] inTime = window.map(time -> time.of(table, teaching)).orElse(teaching);
        return rows.filter(most -> most < inTime.length)
                .map(most -> drawn(inTime, most))
                .orElse(inTime);
    }

    /** Those with the lowest lots: a row has the same lot in every draw. */
    private static int[] drawn(int[] rows, int most) {
        long[] lots = IntStream.of(rows).mapToLong(Cut::lot).sorted().toArray();
        long highest = lots[Math.max(most, 1) - 1];
        return IntStream.of(rows).filter(row -> lot(row) <= highest).toArray();
    }

    /** A random number that is the row's own; no two rows have the same. */
    private static long lot(int row) {
        return new SplittableRandom(row).nextLong();
    }

    /** Such as {@code 1000 rows, the last 90 days, age + fare}; empty where nothing is cut. */
    public String shown() {
        return String.join(
                ", ",
                Stream.of(
                                rows.map(most -> most + " rows"),
                                window.map(time -> "the last " + time.shown()),
                                Optional.of(String.join(" + ", features)).filter(names -> !names.isEmpty()))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
