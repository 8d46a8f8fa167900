package dev.slipway.workflow;

import dev.slipway.model.FittedPipeline;
import dev.slipway.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long two pipelines take for one row, measured in turn so that whatever else happens on the machine happens to both.
 *
 * @param one microseconds of an answer of the first, the middle of several rounds
 * @param other the same of the second
 */
record Pace(double one, double other) {
    private static final int ROWS = 200;
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 41;
    private static final int LEAST = 5;
    private static final long ENOUGH_NANOS = 1_000_000_000;

    /**
     * Rows are answered one by one, as requests are, and carry the columns that the pipeline reads and no others.
     *
     * @param rows at least one
     */
    static Pace of(FittedPipeline one, FittedPipeline other, Table rows) {
        var ofOne = single(one, rows);
        var ofOther = single(other, rows);
        double[] ones = new double[WARM_UP + ROUNDS];
        double[] others = new double[WARM_UP + ROUNDS];
        long began = System.nanoTime();
        int rounds = 0;
        while (rounds < ones.length && (rounds < LEAST || System.nanoTime() - began < ENOUGH_NANOS)) {
            ones[rounds] = microseconds(one, ofOne);
            others[rounds] = microseconds(other, ofOther);
            rounds++;
        }
        // Slow models do not get through all rounds in time; of what they did, the later ones are warm.
        int cold = Math.min(WARM_UP, rounds / 2);
        return new Pace(
                middle(Arrays.copyOfRange(ones, cold, rounds)), middle(Arrays.copyOfRange(others, cold, rounds)));
    }

    private static List<Table> single(FittedPipeline pipeline, Table rows) {
        var read = rows.select(
                rows.names().stream().filter(pipeline.inputs()::contains).toList());
        return IntStream.range(0, Math.min(ROWS, rows.rows()))
                .mapToObj(row -> read.slice(row, row + 1))
                .toList();
    }

    private static double microseconds(FittedPipeline pipeline, List<Table> rows) {
        long started = System.nanoTime();
        rows.forEach(pipeline::predict);
        return (System.nanoTime() - started) / 1e3 / rows.size();
    }

    private static double middle(double... figures) {
        double[] sorted = Arrays.stream(figures).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Whether both are within a tenth of what they were. */
    boolean isNear(Pace before) {
        return Math.abs(one - before.one) < before.one / 10 && Math.abs(other - before.other) < before.other / 10;
    }

    /** What the second takes less, as a share of the first; negative where it takes more. */
    double saved() {
        return (one - other) / one;
    }
}
