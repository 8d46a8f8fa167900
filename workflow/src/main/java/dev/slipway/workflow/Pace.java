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
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 15;

    /**
     * Rows are answered one by one, as requests are, and carry the columns that the pipeline reads and no others.
     *
     * @param rows at least one
     */
    static Pace of(FittedPipeline one, FittedPipeline other, Table rows) {
        var ofOne = single(one, rows);
        var ofOther = single(other, rows);
        double[] ones = new double[ROUNDS];
        double[] others = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double first = microseconds(one, ofOne);
            double second = microseconds(other, ofOther);
            if (round >= 0) {
                ones[round] = first;
                others[round] = second;
            }
        }
        return new Pace(middle(ones), middle(others));
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

    /** What the second takes less, as a share of the first; negative where it takes more. */
    double saved() {
        return (one - other) / one;
    }
}
