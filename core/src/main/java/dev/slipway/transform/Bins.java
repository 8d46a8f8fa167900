package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Numbers as the interval they fall into, counted from 0: each interval holds its lower edge, the outer ones reach to
 * infinity. Edges that fall together count once, so there may be fewer intervals than asked for; a column without any value,
 * or with only one, has one interval.
 *
 * @param columns which columns; empty for all of quantities: numbers and whole numbers
 * @param count how many intervals, from 2 to {@value #MOST_BINS}
 * @param oneHot whether each interval becomes a column of zeros and ones, {@code age=0}, {@code age=1}, … ; missing is all
 *     zeros then, and stays missing otherwise
 */
public record Bins(List<String> columns, int count, By by, boolean oneHot) implements Transformer<ByColumn<Numbers>> {
    static final int MOST_BINS = 1_000;

    /** How the range of the training data is cut. */
    public enum By {
        /** Into intervals of one width. */
        WIDTH,
        /** Into intervals that hold equally many numbers, as nearly as equal numbers allow. */
        QUANTILE
    }

    public Bins {
        columns = List.copyOf(columns);
        if (count < 2 || count > MOST_BINS) {
            throw SlipwayException.usage(
                    "TRANSFORM-RANGE",
                    "cannot cut into %d intervals".formatted(count),
                    "bins, count",
                    "write a number from 2 to " + MOST_BINS);
        }
    }

    @Override
    public ByColumn<Numbers> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Numbers> of(Batch batch) {
        return by == By.WIDTH
                ? Numbers.moments(batch, columns, "cut into intervals")
                : Numbers.distributions(batch, columns, "cut into intervals");
    }

    @Override
    public FittedTransformer finish(ByColumn<Numbers> state) {
        var cuts = state.columns().entrySet().stream()
                .map(entry -> new FittedBins.Cut(entry.getKey(), Doubles.of(inner(entry.getKey(), entry.getValue()))))
                .toList();
        if (oneHot) {
            Expansion.distinct("bins", cuts);
        }
        return new FittedBins(cuts, oneHot);
    }

    /** The edges between two intervals, ascending. */
    private double[] inner(String column, Numbers seen) {
        double[] edges = by == By.WIDTH ? equallyWide(column, seen) : equallyFull(seen);
        double[] distinct = DoubleStream.of(edges).distinct().toArray();
        return distinct.length < 3 ? new double[0] : Arrays.copyOfRange(distinct, 1, distinct.length - 1);
    }

    private double[] equallyWide(String column, Numbers seen) {
        double min = seen.moments().min();
        double max = seen.moments().max();
        if (!(min < max)) {
            return new double[0];
        }
        double step = (max - min) / count;
        if (!Double.isFinite(step)) {
            throw Numbers.tooLarge(column, "cut into intervals");
        }
        double[] edges = new double[count + 1];
        Arrays.setAll(edges, place -> place == count ? max : min + place * step);
        return edges;
    }

    private double[] equallyFull(Numbers seen) {
        double[] shares = new double[count + 1];
        double percent = 100.0 / count;
        Arrays.setAll(shares, place -> place == count ? 1 : place * percent / 100);
        return seen.distribution().count() == 0
                ? new double[0]
                : seen.distribution().quantiles(shares);
    }
}
