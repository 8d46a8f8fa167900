package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import java.util.Arrays;
import java.util.List;

/**
 * Spreads numbers evenly over 0 to 1, by where they stand among those of training: the smallest gets 0, the largest 1, and
 * what lies beyond them the same. Between the quantiles that are kept, numbers lie on straight lines; a number that is
 * several quantiles at once gets the middle of their places. Missing values stay missing.
 *
 * @param columns which columns; empty for all of quantities: numbers and whole numbers
 * @param quantiles how many places are kept, from 2 to {@value #MOST_QUANTILES}; of fewer numbers, as many as there are
 */
public record Quantile(List<String> columns, int quantiles) implements Transformer<ByColumn<Numbers>> {
    static final int MOST_QUANTILES = 10_000;

    public Quantile {
        columns = List.copyOf(columns);
        if (quantiles < 2 || quantiles > MOST_QUANTILES) {
            throw SlipwayException.usage(
                    "TRANSFORM-RANGE",
                    "cannot keep %d quantiles".formatted(quantiles),
                    "quantile, quantiles",
                    "write a number from 2 to " + MOST_QUANTILES);
        }
    }

    @Override
    public ByColumn<Numbers> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Numbers> of(Batch batch) {
        return Numbers.distributions(batch, columns, "spread evenly");
    }

    @Override
    public FittedTransformer finish(ByColumn<Numbers> state) {
        return new FittedQuantile(state.columns().entrySet().stream()
                .filter(entry -> entry.getValue().distribution().count() > 0)
                .map(entry -> new FittedQuantile.Spread(entry.getKey(), places(entry.getValue())))
                .toList());
    }

    /* A place is a multiple of one step, as numpy's linspace has it: where it falls between two numbers depends on it. */
    private Doubles places(Numbers seen) {
        int most = (int) Math.min(quantiles, seen.distribution().count());
        double step = 1.0 / Math.max(1, most - 1);
        double[] shares = new double[most];
        Arrays.setAll(shares, place -> place == most - 1 ? 1 : place * step);
        return Doubles.of(seen.distribution().quantiles(shares));
    }
}
