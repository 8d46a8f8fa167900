package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shifts and scales numbers by what was measured in training. */
public record FittedScale(List<Scaling> scalings) implements FittedTransformer {
    /** {@code (value − mean) / deviation}; the deviation is above 0. */
    public record Scaling(String column, double mean, double deviation) implements Serializable {
        NumberColumn scaled(Column from) {
            double[] values = new double[from.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = (from.number(row) - mean) / deviation;
            }
            return NumberColumn.of(column, from.missing(), values);
        }
    }

    public FittedScale {
        scalings = List.copyOf(scalings);
    }

    @Override
    public Table apply(Table input) {
        var scaled = new ArrayList<Column>();
        for (var scaling : scalings) {
            input.find(scaling.column()).ifPresent(column -> scaled.add(scaling.scaled(column)));
        }
        return input.with(scaled);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
