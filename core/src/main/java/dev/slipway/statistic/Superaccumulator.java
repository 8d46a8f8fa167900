package dev.slipway.statistic;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A sum in progress. Lives inside one method; what leaves is an {@link ExactSum}.
 *
 * <p>The small superaccumulator of Neal, "Fast exact summation using small and large superaccumulators" (2015): a number
 * of 2,100 bits in chunks that stand 32 bits apart but are 64 bits wide, so that carries wait until 1,024 values are in.
 */
final class Superaccumulator {
    /*
     * A value adds its mantissa, shifted by up to 31, to two neighbouring chunks: less than 2^32 to the lower, less than
     * 2^52 to the upper. After 1,024 values a chunk is below 2^62 plus one carry, so a long cannot overflow.
     */
    private static final int BETWEEN_CARRIES = 1_024;

    /** Exponents 1 to 2046 reach chunk 64; the last one takes the carries. */
    private static final int CHUNKS = 66;

    private static final long LOW = 0xFFFF_FFFFL;
    private static final long FRACTION = (1L << 52) - 1;

    /** Between these sizes a product with a number of times is exact in two doubles. */
    private static final double SMALL = 1e-270;

    private static final double LARGE = 1e290;
    private static final long EXACT_TIMES = 1L << 53;

    private final long[] chunks = new long[CHUNKS];
    private int waiting;
    private double special;

    void addAll(double[] values, int from, int to) {
        for (int start = from; start < to; start += BETWEEN_CARRIES) {
            carry();
            int end = Math.min(to, start + BETWEEN_CARRIES);
            for (int i = start; i < end; i++) {
                put(values[i]);
            }
            waiting = end - start;
        }
    }

    void add(double value) {
        if (waiting == BETWEEN_CARRIES) {
            carry();
        }
        put(value);
        waiting++;
    }

    void addSquare(double value) {
        addProduct(value, value);
    }

    /** The product in two parts that together are exact: what a double holds of it, and what it lost. */
    void addProduct(double left, double right) {
        double product = left * right;
        add(product);
        double lost = Math.abs(product) < Double.POSITIVE_INFINITY ? Math.fma(left, right, -product) : 0;
        if (lost != 0) {
            add(lost);
        }
    }

    /** The value as often as this. */
    void addTimes(double value, long times) {
        double size = Math.abs(value);
        if (times > EXACT_TIMES || size > LARGE || (size < SMALL && size > 0)) {
            for (long i = 0; i < times; i++) {
                add(value);
            }
            return;
        }
        // The product in two parts that together are exact: what a double holds of it, and what it lost.
        double factor = (double) times;
        double product = value * factor;
        add(product);
        add(Math.fma(value, factor, -product));
    }

    /** The square of the value as often as this, as {@link #addSquare} would add it. */
    void addSquareTimes(double value, long times) {
        double square = value * value;
        addTimes(square, times);
        if (square < Double.POSITIVE_INFINITY) {
            addTimes(Math.fma(value, value, -square), times);
        }
    }

    private void put(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        if (exponent == 0x7FF) {
            special += value;
            return;
        }
        int normal = exponent == 0 ? 0 : 1;
        long mantissa = (bits & FRACTION) | ((long) normal << 52);
        int position = exponent - normal;
        int shift = position & 31;
        int chunk = position >>> 5;
        long sign = bits >> 63;
        long low = (mantissa << shift) & LOW;
        long high = mantissa >>> (32 - shift);
        chunks[chunk] += (low ^ sign) - sign;
        chunks[chunk + 1] += (high ^ sign) - sign;
    }

    /** Leaves 0 to 2^32 - 1 in every chunk but the last, which carries the sign. */
    private void carry() {
        long carried = 0;
        for (int i = 0; i < CHUNKS - 1; i++) {
            long chunk = chunks[i] + carried;
            chunks[i] = chunk & LOW;
            carried = chunk >> 32;
        }
        chunks[CHUNKS - 1] += carried;
        waiting = 0;
    }

    ExactSum sum() {
        carry();
        var bytes = ByteBuffer.allocate((CHUNKS - 1) * Integer.BYTES + Long.BYTES);
        bytes.putLong(chunks[CHUNKS - 1]);
        for (int i = CHUNKS - 2; i >= 0; i--) {
            bytes.putInt((int) chunks[i]);
        }
        return new ExactSum(new BigInteger(bytes.array()), special);
    }
}
