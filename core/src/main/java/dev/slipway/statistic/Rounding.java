package dev.slipway.statistic;

import java.math.BigInteger;

/** From an exact figure to the double nearest to it. */
final class Rounding {
    /** One bit for the sign of a long, one because a quotient may turn out a bit longer than planned. */
    private static final int QUOTIENT_BITS = 62;

    private static final int PRECISION = 53;
    private static final int LOWEST_EXPONENT = -1074;

    private Rounding() {}

    /** numerator / denominator × 2^exponent, rounded once to nearest, ties to even; the denominator is not 0. */
    static double ratio(BigInteger numerator, BigInteger denominator, int exponent) {
        int sign = numerator.signum() * denominator.signum();
        if (sign == 0) {
            return 0;
        }
        BigInteger top = numerator.abs();
        BigInteger bottom = denominator.abs();
        int shift = QUOTIENT_BITS - (top.bitLength() - bottom.bitLength());
        BigInteger[] quotient = shift >= 0
                ? top.shiftLeft(shift).divideAndRemainder(bottom)
                : top.divideAndRemainder(bottom.shiftLeft(-shift));
        return sign * round(quotient[0].longValueExact(), quotient[1].signum() != 0, exponent - shift);
    }

    /** bits × 2^exponent, a little more if there is a rest. */
    private static double round(long bits, boolean rest, int exponent) {
        int length = Long.SIZE - Long.numberOfLeadingZeros(bits);
        int dropped = Math.max(length - PRECISION, LOWEST_EXPONENT - exponent);
        if (dropped <= 0) {
            return Math.scalb((double) bits, exponent);
        }
        if (dropped >= Long.SIZE) {
            return 0;
        }
        long kept = bits >>> dropped;
        long lost = bits & ((1L << dropped) - 1);
        long half = 1L << (dropped - 1);
        boolean tie = lost == half && !rest;
        boolean up = tie ? (kept & 1) == 1 : lost >= half;
        return Math.scalb((double) (up ? kept + 1 : kept), exponent + dropped);
    }
}
