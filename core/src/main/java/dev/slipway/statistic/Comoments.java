package dev.slipway.statistic;

import dev.slipway.engine.Mergeable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How several columns vary together: the exact sums of their values and of the products of each two, so that the order of
 * rows and parts cannot be seen. Memory and time grow with the square of the number of columns.
 *
 * @param count how many rows were seen
 * @param sums of each column
 * @param products of columns 0 and 0, 0 and 1, … , 1 and 1, 1 and 2, …; exact where a product lies within 1e-290 and 1.8e308
 */
public record Comoments(long count, List<ExactSum> sums, List<ExactSum> products) implements Mergeable<Comoments> {
    public Comoments {
        sums = List.copyOf(sums);
        products = List.copyOf(products);
    }

    /** Before any row was seen, whatever its columns. */
    public static final Comoments NONE = new Comoments(0, List.of(), List.of());

    /** Of whole rows: at least one column, all of one length, whose numbers are finite. */
    public static Comoments of(double[]... columns) {
        var sums = new ArrayList<ExactSum>();
        var products = new ArrayList<ExactSum>();
        for (int left = 0; left < columns.length; left++) {
            sums.add(ExactSum.of(columns[left]));
            for (int right = left; right < columns.length; right++) {
                products.add(ExactSum.ofProducts(columns[left], columns[right]));
            }
        }
        return new Comoments(columns[0].length, sums, products);
    }

    @Override
    public Comoments merge(Comoments other) {
        if (sums.isEmpty() || other.sums.isEmpty()) {
            return sums.isEmpty() ? other : this;
        }
        return new Comoments(count + other.count, merged(sums, other.sums), merged(products, other.products));
    }

    private static List<ExactSum> merged(List<ExactSum> left, List<ExactSum> right) {
        return IntStream.range(0, left.size())
                .mapToObj(place -> left.get(place).plus(right.get(place)))
                .toList();
    }

    public int columns() {
        return sums.size();
    }

    public double mean(int column) {
        return sums.get(column).dividedBy(count);
    }

    /** Of the values as a sample (divided by count - 1), rounded once; NaN below two rows or beyond the range of doubles. */
    public double covariance(int one, int other) {
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        var product = products.get(left * columns() - left * (left - 1) / 2 + right - left);
        var leftSum = sums.get(left);
        var rightSum = sums.get(right);
        if (count < 2 || product.special() != 0 || leftSum.special() != 0 || rightSum.special() != 0) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger difference = product.units()
                .multiply(n)
                .shiftLeft(-ExactSum.UNIT)
                .subtract(leftSum.units().multiply(rightSum.units()));
        return Rounding.ratio(difference, n.multiply(BigInteger.valueOf(count - 1)), 2 * ExactSum.UNIT);
    }
}
