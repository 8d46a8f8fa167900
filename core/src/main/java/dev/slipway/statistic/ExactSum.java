package dev.slipway.statistic;

import dev.slipway.document.Mapping;
import dev.slipway.engine.Mergeable;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The exact sum of doubles, rounded only when it is read, so that the order of rows and parts cannot be seen.
 *
 * <p>A NaN among the values, or infinities of both signs, make the sum NaN; otherwise an infinity makes it that infinity. A
 * sum of zeros is {@code 0.0} whatever their signs. A sum may leave the range of doubles and come back; only
 * {@link #value()} turns what is beyond it into an infinity.
 *
 * @param units the sum of the finite values in units of {@link Double#MIN_VALUE}
 * @param special the sum of the others: 0 (there are none), an infinity or NaN
 */
public record ExactSum(BigInteger units, double special) implements Mergeable<ExactSum> {
    /** The exponent of one unit: 2^-1074 is the smallest double above 0. */
    static final int UNIT = -1074;

    /** The sum of no values. */
    public static final ExactSum ZERO = new ExactSum(BigInteger.ZERO, 0);

    public static ExactSum of(double... values) {
        return of(values, 0, values.length);
    }

    /** The sum of the values from (inclusive) to (exclusive). */
    public static ExactSum of(double[] values, int from, int to) {
        var sum = new Superaccumulator();
        sum.addAll(values, from, to);
        return sum.sum();
    }

    /** The sum of as many values, made as they are needed. */
    public static ExactSum of(int count, IntToDoubleFunction value) {
        var sum = new Superaccumulator();
        for (int i = 0; i < count; i++) {
            sum.add(value.applyAsDouble(i));
        }
        return sum.sum();
    }

    /**
     * The sum of the squares of the values from (inclusive) to (exclusive). Exact where a square lies within 1e-290 and
     * 1.8e308; below, each square is off by less than {@link Double#MIN_VALUE}; above, it is an infinity.
     */
    public static ExactSum ofSquares(double[] values, int from, int to) {
        var sum = new Superaccumulator();
        for (int i = from; i < to; i++) {
            sum.addSquare(values[i]);
        }
        return sum.sum();
    }

    /** The sum of the products of two arrays of one length, as exact as {@link #ofSquares}. */
    public static ExactSum ofProducts(double[] left, double... right) {
        var sum = new Superaccumulator();
        for (int i = 0; i < left.length; i++) {
            sum.addProduct(left[i], right[i]);
        }
        return sum.sum();
    }

    /** For a document. */
    Map<String, Object> object() {
        return Map.of("units", Packed.big(units), "special", Packed.decimal(special));
    }

    /** What {@link #object()} wrote. */
    static ExactSum read(Mapping from) {
        from.allowOnly("units", "special");
        return new ExactSum(Packed.big(from, "units"), Packed.decimal(from, "special"));
    }

    public ExactSum plus(ExactSum other) {
        return new ExactSum(units.add(other.units), special + other.special);
    }

    @Override
    public ExactSum merge(ExactSum other) {
        return plus(other);
    }

    /** The double nearest to the sum (ties to even). */
    public double value() {
        return special != 0 ? special : Rounding.ratio(units, BigInteger.ONE, UNIT);
    }

    /** The double nearest to the sum divided by the count, even where the sum itself is beyond a double; NaN for 0. */
    public double dividedBy(long count) {
        if (count == 0) {
            return Double.NaN;
        }
        return special != 0 ? special / count : Rounding.ratio(units, BigInteger.valueOf(count), UNIT);
    }
}
