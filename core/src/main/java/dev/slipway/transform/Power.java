package dev.slipway.transform;

import java.io.Serializable;

/**
 * The power of Yeo and Johnson: ((x + 1)^λ − 1) / λ for x ≥ 0 and −((1 − x)^(2 − λ) − 1) / (2 − λ) below, logarithms where
 * an exponent is 0. Its values may be seen through a lens: shifted and scaled by what keeps apart numbers that all lie far
 * from zero, where the power itself would round them to one; a scaler behind it takes the lens away again.
 *
 * @param lambda λ; 1 changes nothing
 * @param center logarithm of 1 + |x| in the middle of the numbers, with the sign of x; 0 where they have both signs
 */
public record Power(double lambda, double center) implements Serializable {
    static Power of(double lambda, double center) {
        return new Power(lambda, center);
    }

    /** The value, seen through the lens. */
    double at(double x) {
        return atLogarithm(x >= 0 ? StrictMath.log1p(x) : -StrictMath.log1p(-x));
    }

    /** The same where the logarithm of 1 + |x|, with the sign of x, is known. */
    double atLogarithm(double logarithm) {
        if (center > 0 && logarithm >= 0) {
            return raised(logarithm - center, lambda);
        }
        if (center < 0 && logarithm <= 0) {
            return -raised(center - logarithm, 2 - lambda);
        }
        double plain = plain(logarithm);
        return center == 0 ? plain : (plain - plain(center)) * StrictMath.exp(-Math.abs(center) * exponent());
    }

    private double exponent() {
        return center > 0 ? lambda : 2 - lambda;
    }

    private double plain(double logarithm) {
        return logarithm >= 0 ? raised(logarithm, lambda) : -raised(-logarithm, 2 - lambda);
    }

    /** (e^(exponent × logarithm) − 1) / exponent. */
    private static double raised(double logarithm, double exponent) {
        return exponent == 0 ? logarithm : StrictMath.expm1(exponent * logarithm) / exponent;
    }
}
