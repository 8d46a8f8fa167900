package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** Says of numbers where they stand among those of training, from 0 to 1. */
public record FittedQuantile(List<Spread> spreads) implements FittedTransformer {
    /** @param quantiles ascending, at equal shares of the numbers of training; at least one */
    public record Spread(String column, Doubles quantiles) implements Change, Serializable {
        public Spread {
            Sound.check(quantiles.size() > 0, "quantile", "column '%s' has no quantiles".formatted(column));
            Sound.ascending(quantiles, "quantile", column);
        }

        @Override
        public Column changed(Column from) {
            double[] values = new double[from.size()];
            for (int row = 0; row < values.length; row++) {
                double number = from.number(row);
                values[row] = Double.isNaN(number) ? number : share(number);
            }
            return NumberColumn.of(column, from.missing(), values);
        }

        /*
         * Quantiles may repeat: a number that is several of them has a first and a last place, and gets the middle. The
         * ends are ends whatever repeats there.
         */
        private double share(double number) {
            int last = quantiles.size() - 1;
            if (number <= quantiles.at(0)) {
                return 0;
            }
            if (number >= quantiles.at(last)) {
                return 1;
            }
            int below = quantiles.below(number);
            int notAbove = quantiles.notAbove(number);
            if (below < notAbove) {
                return (below + (notAbove - 1)) / 2.0 / last;
            }
            double left = quantiles.at(below - 1);
            return (below - 1 + (number - left) / (quantiles.at(below) - left)) / last;
        }
    }

    public FittedQuantile {
        spreads = List.copyOf(spreads);
    }

    @Override
    public Table apply(Table input) {
        return Change.each(spreads, input);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
