package dev.slipway.transform;

import dev.slipway.statistic.Distribution;

/**
 * How likely numbers are under a power, as a normal distribution with the mean and variance that the power gives them. For
 * one thread: remembers the figures of the power that was asked last.
 */
final class Likelihood {
    private final double[] logarithms;
    private final double[] weights;
    private final double[] bent;
    private final double count;
    private final double meanLogarithm;
    private final boolean mixed;
    private double mean;
    private double variance;

    Likelihood(Distribution numbers) {
        int distinct = numbers.distinct();
        logarithms = new double[distinct];
        weights = new double[distinct];
        bent = new double[distinct];
        count = numbers.count();
        double sum = 0;
        for (int place = 0; place < distinct; place++) {
            double value = numbers.value(place);
            logarithms[place] = value >= 0 ? StrictMath.log1p(value) : -StrictMath.log1p(-value);
            weights[place] = numbers.countAt(place);
            sum += weights[place] * logarithms[place];
        }
        meanLogarithm = sum / count;
        mixed = logarithms[0] < 0 && logarithms[distinct - 1] > 0;
    }

    /** With the lens that keeps numbers of one sign apart. */
    Power power(double lambda) {
        return Power.of(lambda, mixed ? 0 : meanLogarithm);
    }

    /**
     * The logarithm of the likelihood of one number, less what is the same for every power; minus infinity where the power
     * leaves no variance that a double can hold.
     */
    double at(double lambda) {
        var power = power(lambda);
        double sum = 0;
        for (int place = 0; place < bent.length; place++) {
            bent[place] = power.atLogarithm(logarithms[place]);
            sum += weights[place] * bent[place];
        }
        mean = sum / count;
        double squares = 0;
        for (int place = 0; place < bent.length; place++) {
            double distance = bent[place] - mean;
            squares += weights[place] * (distance * distance);
        }
        variance = squares / count;
        if (!(variance > 0) || variance == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        // Through the lens of numbers of one sign the second term is the same for every power.
        return -StrictMath.log(variance) / 2 + (mixed ? (lambda - 1) * meanLogarithm : 0);
    }

    /** Of the bent numbers, under the power asked last. */
    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }
}
