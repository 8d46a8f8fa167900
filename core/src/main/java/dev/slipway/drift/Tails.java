package dev.slipway.drift;

/** How probable it is that chance goes so far. */
public final class Tails {
    private static final double ENOUGH = 1e-15;
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private Tails() {}

    /** Beyond z deviations above the mean of the normal distribution. */
    public static double normal(double z) {
        double beyond = chiSquare(z * z, 1) / 2;
        return z > 0 ? beyond : 1 - beyond;
    }

    /** Beyond x of the chi-square distribution of these degrees of freedom: the upper regularised gamma function. */
    static double chiSquare(double x, int degrees) {
        double a = degrees / 2.0;
        double z = x / 2;
        if (z <= 0) {
            return 1;
        }
        double front = StrictMath.exp(a * StrictMath.log(z) - z - logGamma(a));
        return z < a + 1 ? Math.max(0, 1 - front * series(a, z)) : Math.min(1, front * fraction(a, z));
    }

    /** Of the lower gamma function, where it converges fast. */
    private static double series(double a, double z) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; term > sum * ENOUGH; n++) {
            term *= z / n;
            sum += term;
        }
        return sum;
    }

    /** Of the upper gamma function, by Lentz's method. */
    private static double fraction(double a, double z) {
        double tiny = 1e-300;
        double b = z + 1 - a;
        double c = 1 / tiny;
        double d = 1 / b;
        double value = d;
        for (int i = 1; i < 100_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = an * d + b;
            d = Math.abs(d) < tiny ? tiny : d;
            c = b + an / c;
            c = Math.abs(c) < tiny ? tiny : c;
            d = 1 / d;
            double step = d * c;
            value *= step;
            if (Math.abs(step - 1) < ENOUGH) {
                break;
            }
        }
        return value;
    }

    /** By Lanczos (1964), g = 7; of a number above 0. */
    private static double logGamma(double x) {
        if (x < 0.5) {
            return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = 0.9999999999998099;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + 6.5;
        return 0.5 * StrictMath.log(2 * Math.PI) + (x - 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }

    /**
     * Of a largest distance of two cumulative distributions, by Kolmogorov's series with the correction of Stephens (1970) for
     * finite counts.
     */
    static double kolmogorov(double distance, double left, double right) {
        double root = Math.sqrt(left * right / (left + right));
        double lambda = (root + 0.12 + 0.11 / root) * distance;
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = 2 * (k % 2 == 1 ? 1 : -1) * StrictMath.exp(-2.0 * k * k * lambda * lambda);
            sum += term;
            if (Math.abs(term) < ENOUGH * Math.abs(sum)) {
                break;
            }
        }
        return Math.min(1, Math.max(0, sum));
    }
}
