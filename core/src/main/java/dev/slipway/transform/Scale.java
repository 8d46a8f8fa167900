package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Moments;
import java.io.Serializable;
import java.util.List;

/**
 * Shifts and scales numbers by what was measured on the training data; a column that does not vary is only shifted. Missing
 * values stay missing, and a column without any value stays as it is.
 *
 * @param columns which columns; empty for all of quantities: numbers and whole numbers
 */
public record Scale(List<String> columns, By by) implements Transformer<ByColumn<Numbers>> {
    /** What a column is shifted to and scaled by. */
    public sealed interface By extends Serializable {
        /** The mean to 0 and the population deviation to 1. */
        record Standard() implements By {}

        /**
         * The smallest number to low and the largest to high.
         *
         * @param clip whether numbers beyond those of training end at low and high
         */
        record MinMax(double low, double high, boolean clip) implements By {
            public MinMax {
                if (!(low < high) || !Double.isFinite(high - low)) {
                    throw SlipwayException.usage(
                            "TRANSFORM-RANGE",
                            "a range from %s to %s has no width".formatted(low, high),
                            "scale, min_max",
                            "write the lower bound first: range: [0, 1]");
                }
            }
        }

        /** The median to 0 and the distance between the quartiles to 1: what lies far out changes nothing. */
        record Robust() implements By {}

        /** The largest size to 1; zero stays zero. */
        record MaxAbs() implements By {}
    }

    public Scale {
        columns = List.copyOf(columns);
    }

    /** To mean 0 and deviation 1. */
    public Scale(List<String> columns) {
        this(columns, new By.Standard());
    }

    @Override
    public ByColumn<Numbers> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Numbers> of(Batch batch) {
        return by instanceof By.Robust
                ? Numbers.distributions(batch, columns, "scaled")
                : Numbers.moments(batch, columns, "scaled");
    }

    @Override
    public FittedTransformer finish(ByColumn<Numbers> state) {
        var scalings = state.columns().entrySet().stream()
                .map(entry -> scaling(entry.getKey(), entry.getValue()))
                .toList();
        return new FittedScale(
                scalings,
                by instanceof By.MinMax range && range.clip()
                        ? new FittedScale.Clip(true, range.low(), range.high())
                        : FittedScale.Clip.NONE);
    }

    private FittedScale.Scaling scaling(String column, Numbers seen) {
        if (seen.moments().count() == 0 && seen.distribution().count() == 0) {
            return new FittedScale.Scaling(column, 0, 1);
        }
        if (by instanceof By.MinMax range) {
            return minMax(column, seen.moments(), range);
        }
        if (by instanceof By.Robust) {
            return scaling(column, seen.quantile(0.5), seen.quantile(0.75) - seen.quantile(0.25));
        }
        var moments = seen.moments();
        return by instanceof By.MaxAbs
                ? scaling(column, 0, Math.max(moments.max(), -moments.min()))
                : scaling(column, moments.mean(), moments.populationDeviation());
    }

    /** (v − min) / width × (high − low) + low, as one shift and one division. */
    private static FittedScale.Scaling minMax(String column, Moments seen, By.MinMax range) {
        double width = seen.max() - seen.min();
        double spread = (width == 0 ? 1 : width) / (range.high() - range.low());
        return scaling(column, seen.min() - range.low() * spread, spread);
    }

    private static FittedScale.Scaling scaling(String column, double center, double spread) {
        if (!Double.isFinite(center) || !Double.isFinite(spread)) {
            throw Numbers.tooLarge(column, "scale");
        }
        return new FittedScale.Scaling(column, center, spread == 0 ? 1 : spread);
    }
}
