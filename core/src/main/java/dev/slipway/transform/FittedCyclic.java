package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** Sine and cosine of numbers that begin again, or of parts of times. */
public record FittedCyclic(List<Circle> circles, boolean keep) implements FittedTransformer {
    /** @param parts of a time, each with its own period; none where the column is a number with this period */
    public record Circle(String column, List<TimePart> parts, double period) implements Expansion, Serializable {
        public Circle {
            parts = List.copyOf(parts);
            Sound.check(period > 0, "cyclic", "column '%s' begins again after %s".formatted(column, period));
        }

        @Override
        public List<String> outputs() {
            var names = parts.isEmpty() ? Stream.of(column) : parts.stream().map(this::named);
            return names.flatMap(name -> Stream.of(name + "_sin", name + "_cos"))
                    .toList();
        }

        private String named(TimePart part) {
            return column + "_" + part.label();
        }

        @Override
        public List<NumberColumn> made(Column from) {
            var made = new ArrayList<NumberColumn>();
            if (parts.isEmpty()) {
                round(column, from, from::number, period, made);
            } else if (from instanceof TimestampColumn times) {
                for (var part : parts) {
                    round(named(part), from, row -> part.of(times.at(row)), part.period(), made);
                }
            }
            return made;
        }

        /* The remainder is exact, so that the millionth time round is as exact as the first. */
        private static void round(
                String name, Column from, IntToDoubleFunction number, double period, List<NumberColumn> made) {
            double[] sines = new double[from.size()];
            double[] cosines = new double[from.size()];
            for (int row = 0; row < sines.length; row++) {
                double angle = 2 * Math.PI * (Math.IEEEremainder(number.applyAsDouble(row), period) / period);
                sines[row] = StrictMath.sin(angle);
                cosines[row] = StrictMath.cos(angle);
            }
            made.add(NumberColumn.of(name + "_sin", from.missing(), sines));
            made.add(NumberColumn.of(name + "_cos", from.missing(), cosines));
        }
    }

    public FittedCyclic {
        circles = List.copyOf(circles);
    }

    @Override
    public Table apply(Table input) {
        return Expansion.each("cyclic", circles, keep, input);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return Expansion.inputs(circles, outputs);
    }
}
