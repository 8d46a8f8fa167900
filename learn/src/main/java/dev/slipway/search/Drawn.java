package dev.slipway.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

/** Numbers drawn between two bounds; to three digits, so that people can type them again. */
final class Drawn {
    private static final MathContext DIGITS = new MathContext(3);

    private Drawn() {}

    static double even(SplittableRandom random, double low, double high) {
        return kept(low + random.nextDouble() * (high - low), low, high);
    }

    static double logarithmic(SplittableRandom random, double low, double high) {
        double log = StrictMath.log(low) + random.nextDouble() * (StrictMath.log(high) - StrictMath.log(low));
        return kept(StrictMath.exp(log), low, high);
    }

    static int whole(SplittableRandom random, double low, double high) {
        return (int) low + random.nextInt((int) (high - low) + 1);
    }

    private static double kept(double drawn, double low, double high) {
        double rounded = new BigDecimal(drawn).round(DIGITS).doubleValue();
        return Math.min(Math.max(rounded, low), high);
    }
}
