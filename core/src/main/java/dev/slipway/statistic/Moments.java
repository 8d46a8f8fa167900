package dev.slipway.statistic;

import dev.slipway.document.Mapping;
import dev.slipway.engine.Mergeable;
import dev.slipway.table.Column;
import java.math.BigInteger;
import java.util.Map;

/**
 * Count, mean, spread and range of the values present in a column; exact until read, so the order of rows and parts cannot
 * be seen. A NaN among the values makes every figure but the count NaN.
 *
 * @param min the smallest value; positive infinity when there are none
 * @param max the largest value; negative infinity when there are none
 */
public record Moments(long count, ExactSum sum, ExactSum squares, double min, double max)
        implements Mergeable<Moments> {
    /** Of no values. */
    public static final Moments EMPTY =
            new Moments(0, ExactSum.ZERO, ExactSum.ZERO, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public static Moments of(double... values) {
        var of = new Growing();
        for (double value : values) {
            of.add(value);
        }
        return of.moments();
    }

    /** Of the values present in a numeric column; a boolean counts as 0 or 1, a whole number as the nearest double. */
    public static Moments of(Column column) {
        var of = new Growing();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                of.add(column.number(row));
            }
        }
        return of.moments();
    }

    /** Of the values, each as often as its weight says. */
    public static Moments weighted(double[] values, long... weights) {
        var of = new Growing();
        for (int i = 0; i < values.length; i++) {
            of.add(values[i], weights[i]);
        }
        return of.moments();
    }

    /** For a document, to the bit. */
    public Map<String, Object> object() {
        return Map.of(
                "count", count,
                "sum", sum.object(),
                "squares", squares.object(),
                "min", Packed.decimal(min),
                "max", Packed.decimal(max));
    }

    /** What {@link #object()} wrote. */
    public static Moments read(Mapping from) {
        from.allowOnly("count", "sum", "squares", "min", "max");
        return new Moments(
                from.whole("count"),
                ExactSum.read(from.mapping("sum")),
                ExactSum.read(from.mapping("squares")),
                Packed.decimal(from, "min"),
                Packed.decimal(from, "max"));
    }

    @Override
    public Moments merge(Moments other) {
        return new Moments(
                count + other.count,
                sum.plus(other.sum),
                squares.plus(other.squares),
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    /** Correctly rounded; {@code NaN} when there are no values. */
    public double mean() {
        return sum.dividedBy(count);
    }

    /** Of the values as a sample (divided by count - 1); {@code NaN} below two values. */
    public double variance() {
        return count < 2 ? Double.NaN : spread(count - 1);
    }

    /** Of the values as everything there is (divided by count); {@code NaN} when there are none. */
    public double populationVariance() {
        return count < 1 ? Double.NaN : spread(count);
    }

    /** The root of the sample variance. */
    public double deviation() {
        return Math.sqrt(variance());
    }

    /** The root of the population variance. */
    public double populationDeviation() {
        return Math.sqrt(populationVariance());
    }

    /*
     * (count × squares - sum²) / (count × divisor), in whole numbers: the difference of two nearly equal figures that turns
     * 1e9 + {4, 7, 13, 16} into nonsense in doubles is exact here, and rounded once. Values whose square is beyond a double
     * leave no squares to look at: NaN says that it is not known.
     */
    private double spread(long divisor) {
        if (sum.special() != 0 || squares.special() != 0) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger difference = squares.units()
                .multiply(n)
                .shiftLeft(-ExactSum.UNIT)
                .subtract(sum.units().pow(2));
        // Squares below 1e-290 are a unit off each and could put the difference below 0.
        return Rounding.ratio(
                difference.max(BigInteger.ZERO), n.multiply(BigInteger.valueOf(divisor)), 2 * ExactSum.UNIT);
    }

    private static final class Growing {
        private final Superaccumulator sum = new Superaccumulator();
        private final Superaccumulator squares = new Superaccumulator();
        private long count;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        void add(double value) {
            count++;
            sum.add(value);
            squares.addSquare(value);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        void add(double value, long times) {
            count += times;
            sum.addTimes(value, times);
            squares.addSquareTimes(value, times);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        Moments moments() {
            return new Moments(count, sum.sum(), squares.sum(), min, max);
        }
    }
}
