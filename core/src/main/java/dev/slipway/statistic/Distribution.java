package dev.slipway.statistic;

import dev.slipway.document.Mapping;
import dev.slipway.engine.Mergeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/**
 * How numbers are distributed: each distinct one with its count, exact up to a stated number of them. Beyond, numbers that
 * share their sign, exponent and first eight bits of the mantissa are counted together, which leaves every figure within
 * {@value #PRECISION} of its value. Which of the two depends on all the numbers together, never on how they came.
 *
 * <p>Zero is one number whatever its sign. Immutable.
 */
public final class Distribution implements Mergeable<Distribution> {
    /** The largest error of a number that is counted together with others, relative to it: half of 2^-8. */
    public static final double PRECISION = 1.0 / 512;

    private static final int DROPPED = 44;
    private static final double TINY = 1e-300;

    private final LongCounts numbers;
    private final int most;
    private final boolean exact;

    private Distribution(LongCounts numbers, int most, boolean exact) {
        this.numbers = numbers;
        this.most = most;
        this.exact = exact;
    }

    /** Of finite numbers; the array is left as it is. */
    public static Distribution of(int most, double... values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(values[i]);
        }
        return bounded(LongCounts.of(keys), most, true);
    }

    /** Of finite numbers, each as often as its weight says; a number may come more than once. */
    public static Distribution weighted(int most, double[] values, long... weights) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(values[i]);
        }
        return bounded(LongCounts.weighted(keys, weights), most, true);
    }

    private static Distribution bounded(LongCounts numbers, int most, boolean exact) {
        return exact && numbers.distinct() > most
                ? new Distribution(numbers.coarser(key -> key >> DROPPED), most, false)
                : new Distribution(numbers, most, exact);
    }

    /* The bits of a double in an order that is the order of the numbers. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
    }

    @Override
    public Distribution merge(Distribution other) {
        if (exact == other.exact) {
            return bounded(numbers.merge(other.numbers), most, exact);
        }
        return new Distribution(coarse().merge(other.coarse()), most, false);
    }

    private LongCounts coarse() {
        return exact ? numbers.coarser(key -> key >> DROPPED) : numbers;
    }

    /** For a document, to the bit. */
    public Map<String, Object> object() {
        return Map.of("most", most, "exact", exact, "numbers", numbers.object());
    }

    /** What {@link #object()} wrote. */
    public static Distribution read(Mapping from) {
        from.allowOnly("most", "exact", "numbers");
        return new Distribution(LongCounts.read(from.mapping("numbers")), (int) from.whole("most"), from.bool("exact"));
    }

    public long count() {
        return numbers.total();
    }

    /** Whether every distinct number is known. */
    public boolean isExact() {
        return exact;
    }

    /** How many distinct numbers there are, where all are known; beyond, a lower bound. */
    public int distinct() {
        return numbers.distinct();
    }

    /** How many are below zero; exact. */
    public long negatives() {
        long negatives = 0;
        for (int place = 0; place < numbers.distinct() && numbers.value(place) < 0; place++) {
            negatives += numbers.count(place);
        }
        return negatives;
    }

    /** How many are zero, or (beyond exact) so near to it that nobody would tell the difference. */
    public long zeros() {
        for (int place = 0; place < numbers.distinct(); place++) {
            if (numbers.value(place) == 0) {
                return numbers.count(place);
            }
        }
        return 0;
    }

    /** What stands for the numbers at this place, from 0 to {@link #distinct()} - 1, ascending. */
    public double value(int place) {
        long key = numbers.value(place);
        if (exact) {
            return number(key);
        }
        double low = number(key << DROPPED);
        double high = number(key << DROPPED | (1L << DROPPED) - 1);
        double middle = low + (high - low) / 2;
        return Math.abs(middle) < TINY ? 0 : middle;
    }

    public long countAt(int place) {
        return numbers.count(place);
    }

    /**
     * The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
     *
     * @param q from 0 to 1
     * @return {@code NaN} where there are no numbers
     */
    public Figure quantile(double q) {
        long count = count();
        if (count == 0) {
            return Figure.exact(Double.NaN);
        }
        double rank = (count - 1) * q;
        long below = (long) Math.floor(rank);
        double low = value(numbers.placeOf(below));
        double high = value(numbers.placeOf(Math.min(count - 1, below + 1)));
        double value = between(low, high, rank - below);
        return exact ? Figure.exact(value) : Figure.within(value, PRECISION * Math.max(Math.abs(low), Math.abs(high)));
    }

    /** Quantiles of several shares, ascending, in one look over the numbers; all {@code NaN} where there are none. */
    public double[] quantiles(double... shares) {
        double[] quantiles = new double[shares.length];
        Arrays.fill(quantiles, Double.NaN);
        long count = count();
        int place = 0;
        long upTo = count == 0 ? 0 : numbers.count(0);
        for (int i = 0; count > 0 && i < shares.length; i++) {
            double rank = (count - 1) * shares[i];
            long below = (long) Math.floor(rank);
            while (below >= upTo) {
                upTo += numbers.count(++place);
            }
            boolean last = below + 1 < upTo || below + 1 == count;
            quantiles[i] = between(value(place), value(last ? place : place + 1), rank - below);
        }
        return quantiles;
    }

    private static double between(double low, double high, double share) {
        return low == high ? low : low * (1 - share) + high * share;
    }

    /** The median of the distances from the median. */
    public Figure medianDeviation() {
        double median = quantile(0.5).value();
        double[] distances = new double[numbers.distinct()];
        long[] weights = new long[distances.length];
        for (int place = 0; place < distances.length; place++) {
            distances[place] = Math.abs(value(place) - median);
            weights[place] = numbers.count(place);
        }
        var middle = weighted(Integer.MAX_VALUE, distances, weights).quantile(0.5);
        return exact
                ? middle
                : Figure.within(middle.value(), 2 * PRECISION * Math.abs(median) + PRECISION * middle.value());
    }

    /** Skewness g1 = m3 / m2^1.5 of the population; {@code NaN} where nothing varies. Beyond exact its error is not known. */
    public Figure skewness() {
        double mean = mean();
        return moment(central(mean, 3) / StrictMath.pow(central(mean, 2), 1.5));
    }

    /** Excess kurtosis g2 = m4 / m2² - 3 of the population; {@code NaN} where nothing varies. */
    public Figure kurtosis() {
        double mean = mean();
        double variance = central(mean, 2);
        return moment(central(mean, 4) / (variance * variance) - 3);
    }

    private Figure moment(double value) {
        return exact ? Figure.exact(value) : Figure.within(value, Double.NaN);
    }

    private double mean() {
        var sum = new Superaccumulator();
        for (int place = 0; place < numbers.distinct(); place++) {
            sum.addTimes(value(place), numbers.count(place));
        }
        return sum.sum().dividedBy(count());
    }

    private double central(double mean, int power) {
        var sum = new Superaccumulator();
        for (int place = 0; place < numbers.distinct(); place++) {
            double distance = value(place) - mean;
            double square = distance * distance;
            sum.addTimes(power == 2 ? square : power == 3 ? square * distance : square * square, numbers.count(place));
        }
        return sum.sum().dividedBy(count());
    }

    /** How many numbers lie below low or above high. */
    public long outside(double low, double high) {
        long outside = 0;
        for (int place = 0; place < numbers.distinct(); place++) {
            double value = value(place);
            outside += value < low || value > high ? numbers.count(place) : 0;
        }
        return outside;
    }

    /** Intervals of equal width from min to max, which are those of the numbers; around a single number one of width 1. */
    public Histogram histogram(int intervals, double min, double max) {
        if (numbers.distinct() == 0) {
            return Histogram.NONE;
        }
        double from = min == max ? min - 0.5 : min;
        double to = min == max ? max + 0.5 : max;
        double step = to / intervals - from / intervals;
        var edges = new ArrayList<Double>();
        var counts = new ArrayList<Long>();
        long before = 0;
        for (int i = 0; i < intervals; i++) {
            double upper = i == intervals - 1 ? to : from + (i + 1) * step;
            edges.add(i == 0 ? from : from + i * step);
            long below = i == intervals - 1 ? count() : below(upper);
            counts.add(below - before);
            before = below;
        }
        edges.add(to);
        return new Histogram(edges, counts, exact);
    }

    /** How many are below; of numbers that were counted together, a share. */
    private long below(double edge) {
        long below = 0;
        for (int place = 0; place < numbers.distinct(); place++) {
            if (exact) {
                if (value(place) >= edge) {
                    return below;
                }
                below += numbers.count(place);
            } else {
                double low = number(numbers.value(place) << DROPPED);
                double high = number(numbers.value(place) << DROPPED | (1L << DROPPED) - 1);
                if (low >= edge) {
                    return below;
                }
                double share = high < edge ? 1 : (edge - low) / (high - low);
                below += (long) (numbers.count(place) * share);
            }
        }
        return below;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that && exact == that.exact && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return "%d numbers, %s".formatted(count(), numbers);
    }
}
