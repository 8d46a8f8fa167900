package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Numbers as the interval they fall into, by the edges found in training.
 *
 * @param oneHot whether each interval has a column of zeros and ones, instead of one column with the interval's number
 */
public record FittedBins(List<Cut> cuts, boolean oneHot) implements FittedTransformer {
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

    /** Where one column is cut. */
    @JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
    public static final class Cut implements Change, Expansion, Serializable {
        private final String column;
        private final Doubles edges;
        private final List<String> outputs;
        /* A request is one row: its columns are made once, here, and not at every request. */
        private final List<BooleanColumn> no;
        private final List<BooleanColumn> yes;

        /** @param edges between two intervals, ascending; each belongs to the interval above it */
        public Cut(@JsonProperty("column") String column, @JsonProperty("edges") Doubles edges) {
            Sound.ascending(edges, "bins", column);
            this.column = column;
            this.edges = edges;
            outputs = IntStream.rangeClosed(0, edges.size())
                    .mapToObj(interval -> column + "=" + interval)
                    .toList();
            no = outputs.stream().map(name -> BooleanColumn.of(name, false)).toList();
            yes = outputs.stream().map(name -> BooleanColumn.of(name, true)).toList();
        }

        /** What travels: the columns of a request are made again where it arrives. */
        private record Described(String column, Doubles edges) implements Serializable {
            private Object readResolve() {
                return new Cut(column, edges);
            }
        }

        private Object writeReplace() {
            return new Described(column, edges);
        }

        @Override
        @JsonProperty("column")
        public String column() {
            return column;
        }

        @JsonProperty("edges")
        public Doubles edges() {
            return edges;
        }

        @Override
        public List<String> outputs() {
            return outputs;
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
            return from.size() == 1 ? made(from.number(0)) : marked(from);
        }

        private List<BooleanColumn> made(double number) {
            if (Double.isNaN(number)) {
                return no;
            }
            var made = new ArrayList<>(no);
            int interval = edges.notAbove(number);
            made.set(interval, yes.get(interval));
            return made;
        }

        private List<BooleanColumn> marked(Column from) {
            var marks = new boolean[outputs.size()][from.size()];
            for (int row = 0; row < from.size(); row++) {
                double number = from.number(row);
                if (!Double.isNaN(number)) {
                    marks[edges.notAbove(number)][row] = true;
                }
            }
            return IntStream.range(0, marks.length)
                    .mapToObj(interval -> BooleanColumn.of(outputs.get(interval), marks[interval]))
                    .toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cut that && column.equals(that.column) && edges.equals(that.edges);
        }

        @Override
        public int hashCode() {
            return 31 * column.hashCode() + edges.hashCode();
        }

        @Override
        public String toString() {
            return column + edges;
        }
    }
}
