package dev.slipway.transform;

import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import java.util.List;

/**
 * Bends numbers so that they lie as a normal distribution does, as near as a power can bring them, then shifts and scales
 * them to mean 0 and deviation 1 (Yeo and Johnson, "A new family of power transformations", Biometrika 87, 2000). The power
 * is the one that makes the training data most likely. Missing values stay missing; a column that does not vary is only
 * shifted.
 *
 * @param columns which columns; empty for all of quantities: numbers and whole numbers
 */
public record YeoJohnson(List<String> columns) implements Transformer<ByColumn<Numbers>> {
    /** The power is looked for from −64 to 64. */
    static final double MOST = 64;

    /*
     * The likelihood looks at every distinct number some fifty times: beyond so many they are counted in cells of 1/256 of
     * their size, whose middles give the same power to about four digits.
     */
    static final int MOST_DISTINCT = 100_000;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NEAR = 1e-9;

    public YeoJohnson {
        columns = List.copyOf(columns);
    }

    @Override
    public ByColumn<Numbers> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Numbers> of(Batch batch) {
        return Numbers.distributions(MOST_DISTINCT, batch, columns, "bent");
    }

    @Override
    public FittedTransformer finish(ByColumn<Numbers> state) {
        return new FittedYeoJohnson(state.columns().entrySet().stream()
                .map(entry -> bend(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static FittedYeoJohnson.Bend bend(String column, Numbers seen) {
        if (seen.distribution().distinct() < 2) {
            double only = seen.distribution().distinct() == 0
                    ? 0
                    : seen.distribution().value(0);
            return new FittedYeoJohnson.Bend(column, Power.of(1, 0), only, 1);
        }
        var likelihood = new Likelihood(seen.distribution());
        double lambda = peak(likelihood);
        if (likelihood.at(lambda) == Double.NEGATIVE_INFINITY) {
            throw Numbers.tooLarge(column, "bend");
        }
        return new FittedYeoJohnson.Bend(
                column, likelihood.power(lambda), likelihood.mean(), Math.sqrt(likelihood.variance()));
    }

    /** Uphill in growing strides until it goes down again, then golden section between. */
    private static double peak(Likelihood likelihood) {
        double at = 1;
        double best = likelihood.at(at);
        double stride = likelihood.at(at + 0.1) > best ? 0.5 : -0.5;
        double before = at - stride;
        double next = at + stride;
        double nextBest = likelihood.at(next);
        while (nextBest > best && Math.abs(next) < MOST) {
            before = at;
            at = next;
            best = nextBest;
            stride *= 1.6;
            next = Math.max(-MOST, Math.min(MOST, at + stride));
            nextBest = likelihood.at(next);
        }
        return between(likelihood, Math.min(before, next), Math.max(before, next));
    }

    private static double between(Likelihood likelihood, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = likelihood.at(left);
        double atRight = likelihood.at(right);
        while (high - low > NEAR * Math.max(1, Math.abs(low))) {
            if (atLeft >= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = likelihood.at(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = likelihood.at(right);
            }
        }
        return low + (high - low) / 2;
    }
}
