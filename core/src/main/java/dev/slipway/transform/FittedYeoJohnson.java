package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** Bends numbers by the powers found in training, to mean 0 and deviation 1. */
public record FittedYeoJohnson(List<Bend> bends) implements FittedTransformer {
    /** {@code (power(value) − mean) / deviation}; the deviation is above 0. */
    public record Bend(String column, Power power, double mean, double deviation) implements Change, Serializable {
        public Bend {
            Sound.check(deviation > 0, "yeo_johnson", "column '%s' is divided by %s".formatted(column, deviation));
        }

        @Override
        public Column changed(Column from) {
            double[] values = new double[from.size()];
            for (int row = 0; row < values.length; row++) {
                double number = from.number(row);
                values[row] = Double.isNaN(number) ? number : (power.at(number) - mean) / deviation;
            }
            return NumberColumn.of(column, from.missing(), values);
        }
    }

    public FittedYeoJohnson {
        bends = List.copyOf(bends);
    }

    @Override
    public Table apply(Table input) {
        return Change.each(bends, input);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
