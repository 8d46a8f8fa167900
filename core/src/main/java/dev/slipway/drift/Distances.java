package dev.slipway.drift;

/** How far two lists of counts are from each other, as shares. */
final class Distances {
    private Distances() {}

    static double sum(double... counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Half the sum of the differences of shares, 0 to 1: how much of one would have to move to make the other. */
    static double totalVariation(double[] left, double[] right) {
        double leftSum = sum(left);
        double rightSum = sum(right);
        double distance = 0;
        for (int i = 0; i < left.length; i++) {
            distance += Math.abs(left[i] / leftSum - right[i] / rightSum);
        }
        return distance / 2;
    }

    /** The root of the Jensen-Shannon divergence to base 2, 0 to 1. */
    static double jensenShannon(double[] left, double[] right) {
        double leftSum = sum(left);
        double rightSum = sum(right);
        double divergence = 0;
        for (int i = 0; i < left.length; i++) {
            double p = left[i] / leftSum;
            double q = right[i] / rightSum;
            divergence += (part(p, (p + q) / 2) + part(q, (p + q) / 2)) / 2;
        }
        return Math.sqrt(Math.max(0, divergence) / StrictMath.log(2));
    }

    private static double part(double p, double middle) {
        return p == 0 ? 0 : p * StrictMath.log(p / middle);
    }

    /** The population stability index; half a row is added to each count, so that it stays finite. */
    static double psi(double[] left, double[] right) {
        double leftSum = sum(left) + 0.5 * left.length;
        double rightSum = sum(right) + 0.5 * right.length;
        double psi = 0;
        for (int i = 0; i < left.length; i++) {
            double p = (left[i] + 0.5) / leftSum;
            double q = (right[i] + 0.5) / rightSum;
            psi += (q - p) * StrictMath.log(q / p);
        }
        return psi;
    }
}
