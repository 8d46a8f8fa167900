package dev.slipway.model;

import java.util.Arrays;

/**
 * The answers to some rows: a probability for each class, which sum to one but for rounding; or one number a row, where a
 * quantity was asked about. Immutable.
 */
public final class Predictions {
    private final int classes;
    private final double[] probabilities;

    private Predictions(int classes, double... probabilities) {
        this.classes = classes;
        this.probabilities = probabilities;
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

    /** The likeliest class; of two equally likely ones the later, so that a probability of one half is positive. */
    public int label(int row) {
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
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }
}
