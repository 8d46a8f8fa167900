package dev.slipway.transform;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Numbers out of the times chosen in training. */
public record FittedTimeParts(List<Parts> columns, boolean keep) implements FittedTransformer {
    /**
     * Time gone by since an instant.
     *
     * @param name what the column is called, behind the name of the time
     * @param origin the instant, as microseconds since 1970-01-01T00:00Z
     */
    public record Clock(String name, long origin, TimeParts.Unit unit) implements Serializable {
        /* In doubles, where a difference of two instants that no long can hold is only rounded. */
        private double of(long micros) {
            return ((double) micros - (double) origin) / unit.micros();
        }
    }

    /** What is made of one column. */
    public record Parts(String column, List<TimePart> parts, List<Clock> clocks) implements Expansion, Serializable {
        public Parts {
            parts = List.copyOf(parts);
            clocks = List.copyOf(clocks);
        }

        @Override
        public List<String> outputs() {
            var outputs = new ArrayList<String>();
            parts.forEach(part -> outputs.add(output(part)));
            clocks.forEach(clock -> outputs.add(output(clock)));
            return outputs;
        }

        private String output(TimePart part) {
            return column + "_" + part.label();
        }

        private String output(Clock clock) {
            return column + "_" + clock.name();
        }

        @Override
        public List<Column> made(Column from) {
            var made = new ArrayList<Column>(parts.size() + clocks.size());
            if (from instanceof TimestampColumn times) {
                parts.forEach(part -> made.add(part == TimePart.IS_WEEKEND ? weekend(times) : part(part, times)));
                clocks.forEach(clock -> made.add(since(clock, times)));
            }
            return made;
        }

        private IntegerColumn part(TimePart part, TimestampColumn times) {
            long[] values = new long[times.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = times.isMissing(row) ? 0 : part.of(times.at(row));
            }
            return IntegerColumn.of(output(part), times.missing(), values);
        }

        private BooleanColumn weekend(TimestampColumn times) {
            boolean[] values = new boolean[times.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = TimePart.IS_WEEKEND.of(times.at(row)) == 1;
            }
            return BooleanColumn.of(output(TimePart.IS_WEEKEND), times.missing(), values);
        }

        private NumberColumn since(Clock clock, TimestampColumn times) {
            double[] values = new double[times.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = clock.of(times.at(row));
            }
            return NumberColumn.of(output(clock), times.missing(), values);
        }
    }

    public FittedTimeParts {
        columns = List.copyOf(columns);
    }

    @Override
    public Table apply(Table input) {
        return Expansion.each("time", columns, keep, input);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return Expansion.inputs(columns, outputs);
    }
}
