package dev.slipway.contract;

import dev.slipway.contract.DataRules.Relation;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What rows say of how two columns go together: exact sums, so no order of rows and parts can be seen. Rows that lack one of the
 * values say nothing.
 *
 * @param means the sum of y for each value of x; of a correlation none
 * @param tooMany whether x has more than {@link #MOST} distinct values, and the means are not kept
 */
record RelationState(
        long count,
        ExactSum x,
        ExactSum y,
        ExactSum squaresX,
        ExactSum squaresY,
        ExactSum products,
        SortedMap<String, Mean> means,
        boolean tooMany)
        implements Serializable {
    /** The mean of y is compared for at most so many values of x. */
    static final int MOST = 1_000;

    static final RelationState EMPTY = new RelationState(
            0,
            ExactSum.ZERO,
            ExactSum.ZERO,
            ExactSum.ZERO,
            ExactSum.ZERO,
            ExactSum.ZERO,
            Collections.emptySortedMap(),
            false);

    /**
     * The values of y that come with one value of x.
     *
     * @param place where x stands among its values
     */
    record Mean(double place, ExactSum sum, long count) implements Serializable {
        Mean merge(Mean other) {
            return new Mean(place, sum.plus(other.sum), count + other.count);
        }

        double value() {
            return sum.dividedBy(count);
        }
    }

    static RelationState of(Relation relation, Table typed) {
        var x = typed.column(relation.x());
        var y = typed.column(relation.y());
        int[] rows = IntStream.range(0, typed.rows())
                .filter(row -> !x.isMissing(row) && !y.isMissing(row))
                .toArray();
        return relation.kind() == Relation.Kind.CORRELATION ? sums(x, y, rows) : means(x, y, rows);
    }

    private static RelationState sums(Column x, Column y, int... rows) {
        double[] some = IntStream.of(rows).mapToDouble(x::number).toArray();
        double[] others = IntStream.of(rows).mapToDouble(y::number).toArray();
        double[] products = new double[2 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            // What the product loses by rounding is added on its own.
            products[2 * i] = some[i] * others[i];
            products[2 * i + 1] = Math.fma(some[i], others[i], -products[2 * i]);
        }
        return new RelationState(
                rows.length,
                ExactSum.of(some),
                ExactSum.of(others),
                ExactSum.ofSquares(some, 0, some.length),
                ExactSum.ofSquares(others, 0, others.length),
                ExactSum.of(products),
                Collections.emptySortedMap(),
                false);
    }

    private static RelationState means(Column x, Column y, int... rows) {
        var means = new TreeMap<String, Mean>();
        for (int row : rows) {
            means.merge(RowRules.text(x, row), new Mean(place(x, row), ExactSum.of(y.number(row)), 1), Mean::merge);
        }
        return new RelationState(
                        rows.length,
                        ExactSum.ZERO,
                        ExactSum.ZERO,
                        ExactSum.ZERO,
                        ExactSum.ZERO,
                        ExactSum.ZERO,
                        means,
                        false)
                .limited();
    }

    /* Words stand in the order of the set. */
    private static double place(Column x, int row) {
        if (x instanceof CategoryColumn words) {
            return words.code(row);
        }
        return x instanceof TimestampColumn times ? times.at(row) : x.number(row);
    }

    private RelationState limited() {
        return means.size() <= MOST && !tooMany
                ? this
                : new RelationState(count, x, y, squaresX, squaresY, products, Collections.emptySortedMap(), true);
    }

    RelationState merge(RelationState other) {
        var both = new TreeMap<>(means);
        other.means.forEach((value, mean) -> both.merge(value, mean, Mean::merge));
        return new RelationState(
                        count + other.count,
                        x.plus(other.x),
                        y.plus(other.y),
                        squaresX.plus(other.squaresX),
                        squaresY.plus(other.squaresY),
                        products.plus(other.products),
                        both,
                        tooMany || other.tooMany)
                .limited();
    }

    /** What is wrong, in words; empty where the relation holds. */
    Optional<String> broken(Relation relation) {
        return relation.kind() == Relation.Kind.CORRELATION ? correlation(relation) : monotone(relation);
    }

    private Optional<String> correlation(Relation relation) {
        double found = correlation();
        if (relation.between().contains(found)) {
            return Optional.empty();
        }
        String pair = "'%s' and '%s'".formatted(relation.x(), relation.y());
        return Optional.of(
                Double.isNaN(found)
                        ? "%s have no correlation: one of them is constant over %d rows".formatted(pair, count)
                        : "the correlation of %s is %.4f over %d rows, outside [%s, %s]"
                                .formatted(
                                        pair,
                                        found,
                                        count,
                                        end(relation.between().min()),
                                        end(relation.between().max())));
    }

    private static String end(double end) {
        return Double.isInfinite(end) ? "any" : YamlText.number(end);
    }

    /** Pearson's, from exact sums; NaN where a column is constant or a square is beyond a double. */
    double correlation() {
        var n = BigInteger.valueOf(count);
        boolean known = squaresX.special() == 0 && squaresY.special() == 0 && products.special() == 0;
        var xx = spread(squaresX, x, x, n);
        var yy = spread(squaresY, y, y, n);
        if (!known || xx.signum() <= 0 || yy.signum() <= 0) {
            return Double.NaN;
        }
        var xy = spread(products, x, y, n);
        double square = new BigDecimal(xy.pow(2))
                .divide(new BigDecimal(xx.multiply(yy)), MathContext.DECIMAL128)
                .doubleValue();
        return xy.signum() * Math.min(1, Math.sqrt(square));
    }

    /* n Σab - Σa Σb in units of the smallest double squared. */
    private static BigInteger spread(ExactSum products, ExactSum some, ExactSum others, BigInteger n) {
        return products.units()
                .multiply(n)
                .shiftLeft(1074)
                .subtract(some.units().multiply(others.units()));
    }

    private Optional<String> monotone(Relation relation) {
        if (tooMany) {
            return Optional.of("'%s' has more than %d distinct values, so the means of '%s' are not compared"
                    .formatted(relation.x(), MOST, relation.y()));
        }
        var inOrder = means.entrySet().stream()
                .sorted((some, others) -> Double.compare(
                        some.getValue().place(), others.getValue().place()))
                .toList();
        int sign = relation.kind() == Relation.Kind.INCREASING ? 1 : -1;
        for (int i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var after = inOrder.get(i);
            if (sign
                            * Double.compare(
                                    after.getValue().value(), before.getValue().value())
                    < 0) {
                return Optional.of("the mean of '%s' %s from %.6g where '%s' is %s to %.6g where it is %s"
                        .formatted(
                                relation.y(),
                                sign > 0 ? "falls" : "rises",
                                before.getValue().value(),
                                relation.x(),
                                before.getKey(),
                                after.getValue().value(),
                                after.getKey()));
            }
        }
        return Optional.empty();
    }
}
