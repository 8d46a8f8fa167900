package dev.slipway.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The answers to some rows: a probability for each class, which sum to one but for rounding; or one number a row, where a
 * quantity was asked about. Immutable.
 */
public final class Predictions implements Serializable {
    private final int classes;
    private final double[] probabilities;
    private final double threshold;

    private Predictions(int classes, double... probabilities) {
        this(0.5, classes, probabilities);
    }

    private Predictions(double threshold, int classes, double... probabilities) {
        this.classes = classes;
        this.probabilities = probabilities;
        this.threshold = threshold;
    }

    /** Row by row, all classes of a row together; takes the array over. */
    public static Predictions of(int classes, double... probabilities) {
        if (classes < 2 || probabilities.length % classes != 0) {
            throw new IllegalArgumentException(
                    "%d probabilities do not make rows of %d classes".formatted(probabilities.length, classes));
        }
        return new Predictions(classes, probabilities);
    }

    /** One number a row, of a quantity; takes the array over. */
    public static Predictions ofNumbers(double... numbers) {
        return new Predictions(1, numbers);
    }

    /** Two classes, from the probability of the second, positive one. */
    public static Predictions ofPositive(double... positive) {
        double[] both = new double[positive.length * 2];
        for (int row = 0; row < positive.length; row++) {
            both[2 * row] = 1 - positive[row];
            both[2 * row + 1] = positive[row];
        }
        return new Predictions(2, both);
    }

    public int rows() {
        return probabilities.length / classes;
    }

    /** How many probabilities a row has; 1 where it has a number instead. */
    public int classes() {
        return classes;
    }

    /** Whether these are numbers, and no probabilities. */
    public boolean isNumbers() {
        return classes == 1;
    }

    /** The number answered to a row. */
    public double number(int row) {
        return probabilities[row * classes];
    }

    /** The number of every row; a copy. */
    public double[] numbers() {
        if (!isNumbers()) {
            throw new IllegalStateException("these are probabilities of %d classes, not numbers".formatted(classes));
        }
        return probabilities.clone();
    }

    /** Row by row, all classes of a row together; a copy. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    public double probability(int row, int label) {
        return probabilities[row * classes + label];
    }

    /** The probability of the last class of every row: with two classes, of the positive one. */
    public double[] positive() {
        double[] positive = new double[rows()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = probability(row, classes - 1);
        }
        return positive;
    }

    /** The same probabilities, where the second of two classes is the answer from this one on. */
    public Predictions at(double least) {
        return new Predictions(least, classes, probabilities);
    }

    /** Of two classes the second from the threshold on, one half unless another was set; of more the likeliest, of equals the later. */
    public int label(int row) {
        if (classes == 2) {
            return probability(row, 1) >= threshold ? 1 : 0;
        }
        int best = 0;
        for (int label = 1; label < classes; label++) {
            if (probability(row, label) >= probability(row, best)) {
                best = label;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Predictions that
                && classes == that.classes
                && threshold == that.threshold
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }
}
