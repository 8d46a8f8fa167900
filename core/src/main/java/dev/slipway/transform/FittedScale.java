package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shifts and scales numbers by what was measured in training. */
public record FittedScale(List<Scaling> scalings, Clip clip) implements FittedTransformer {
    /** {@code (value − center) / spread}; the spread is above 0. */
    public record Scaling(String column, double center, double spread) implements Serializable {
        public Scaling {
            Sound.check(spread > 0, "scale", "column '%s' is divided by %s".formatted(column, spread));
        }

        private NumberColumn scaled(Column from, Clip clip) {
            double[] values = new double[from.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = (from.number(row) - center) / spread;
            }
            clip.end(values);
            return NumberColumn.of(column, from.missing(), values);
        }
    }

    /** Where scaled numbers end, if they do: below low they become low, above high they become high. */
    public record Clip(boolean clips, double low, double high) implements Serializable {
        static final Clip NONE = new Clip(false, 0, 0);

        private void end(double... values) {
            for (int row = 0; clips && row < values.length; row++) {
                values[row] = Math.min(high, Math.max(low, values[row]));
            }
        }
    }

    public FittedScale {
        scalings = List.copyOf(scalings);
    }

    @Override
    public Table apply(Table input) {
        var scaled = new ArrayList<Column>(scalings.size());
        for (var scaling : scalings) {
            input.find(scaling.column()).ifPresent(column -> scaled.add(scaling.scaled(column, clip)));
        }
        return input.with(scaled);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
