package dev.slipway.evaluation;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.TimestampColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Folds by time: blocks of about as many rows, each judging what all earlier blocks taught. Rows of one time are in one
 * block, so that nothing is judged by what happened at the same moment.
 */
final class TimeFolds {
    private TimeFolds() {}

    /** @param column timestamps or numbers, none missing */
    static Folds of(Column column, int count) {
        double[] times = times(column);
        int[] rising = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> times[row]))
                .mapToInt(row -> row)
                .toArray();
        int[] ends = ends(column, times, rising, count + 1);
        var folds = new ArrayList<Fold>();
        for (int block = 1; block < ends.length; block++) {
            int[] teaching = Arrays.copyOf(rising, ends[block - 1]);
            int[] judging = Arrays.copyOfRange(rising, ends[block - 1], ends[block]);
            Arrays.sort(teaching);
            Arrays.sort(judging);
            folds.add(new Fold(teaching, judging));
        }
        return Folds.of(times.length, folds);
    }

    /** Where each block ends: as near to its even share as the times allow, each with a row at least. */
    private static int[] ends(Column column, double[] times, int[] rising, int blocks) {
        int[] starts = IntStream.range(0, rising.length)
                .filter(at -> at == 0 || times[rising[at]] != times[rising[at - 1]])
                .toArray();
        if (starts.length < blocks) {
            throw SlipwayException.refused(
                    "EVALUATION-TIMES-FEW",
                    "%d folds by time need at least %d different times, there %s %d"
                            .formatted(blocks - 1, blocks, starts.length == 1 ? "is" : "are", starts.length),
                    "column '" + column.name() + "'",
                    "set 'folds' under data.split to at most %d, or 'by' to something else"
                            .formatted(Math.max(1, starts.length - 1)));
        }
        var ends = new int[blocks];
        ends[blocks - 1] = rising.length;
        int first = 1;
        for (int block = 0; block < blocks - 1; block++) {
            double wanted = (double) rising.length * (block + 1) / blocks;
            int last = starts.length - (blocks - 1 - block);
            int at = nearest(starts, wanted, first, last);
            ends[block] = starts[at];
            first = at + 1;
        }
        return ends;
    }

    private static int nearest(int[] starts, double wanted, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .min(Comparator.comparingDouble(at -> Math.abs(starts[at] - wanted)))
                .orElse(first);
    }

    /** The times as numbers: microseconds, which a double holds exactly for the next two centuries. */
    private static double[] times(Column column) {
        IntToDoubleFunction time;
        if (column instanceof TimestampColumn instants) {
            time = instants::at;
        } else if (column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER) {
            time = column::number;
        } else {
            throw SlipwayException.usage(
                    "EVALUATION-NO-TIME",
                    "column '%s' is %s, which has no before and after"
                            .formatted(column.name(), column.type().label()),
                    "data.split.column",
                    "give the column the type timestamp in the contract, or name another");
        }
        WholeColumn.require(column, "time");
        return IntStream.range(0, column.size()).mapToDouble(time).toArray();
    }
}
