package dev.slipway.transform;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Numbers as the interval they fall into, by the edges found in training.
 *
 * @param oneHot whether each interval has a column of zeros and ones, instead of one column with the interval's number
 */
public record FittedBins(List<Cut> cuts, boolean oneHot) implements FittedTransformer {
    /** @param edges between two intervals, ascending; each belongs to the interval above it */
    public record Cut(String column, Doubles edges) implements Change, Expansion, Serializable {
        @Override
        public List<String> outputs() {
            return IntStream.rangeClosed(0, edges.size()).mapToObj(this::output).toList();
        }

        private String output(int interval) {
            return column + "=" + interval;
        }

        @Override
        public Column changed(Column from) {
            long[] intervals = new long[from.size()];
            for (int row = 0; row < intervals.length; row++) {
                intervals[row] = edges.notAbove(from.number(row));
            }
            return IntegerColumn.of(column, missing(from), intervals);
        }

        /** Nobody knows where a NaN lies. */
        private static Missing missing(Column from) {
            return Missing.where(from.size(), row -> Double.isNaN(from.number(row)));
        }

        @Override
        public List<BooleanColumn> made(Column from) {
            var marks = new boolean[edges.size() + 1][from.size()];
            for (int row = 0; row < from.size(); row++) {
                double number = from.number(row);
                if (!Double.isNaN(number)) {
                    marks[edges.notAbove(number)][row] = true;
                }
            }
            return IntStream.range(0, marks.length)
                    .mapToObj(interval -> BooleanColumn.of(output(interval), marks[interval]))
                    .toList();
        }
    }

    public FittedBins {
        cuts = List.copyOf(cuts);
    }

    @Override
    public Table apply(Table input) {
        return oneHot ? Expansion.each("bins", cuts, false, input) : Change.each(cuts, input);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return oneHot ? Expansion.inputs(cuts, outputs) : outputs;
    }
}
