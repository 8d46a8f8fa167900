package dev.slipway.forest;

import dev.slipway.algorithm.RowWeights;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ExactSum;
import java.util.Arrays;

/*
 * What a row teaches: an amount, under one of some outputs. A quantity has one output and the amount is the quantity; of two
 * classes one output is enough, whose amount is 1 for the second class; more classes have an output each and the amount is 1.
 * So the impurity of a node, Gini's or the variance, is the same sum of squares for all of them.
 */
final class Lesson {
    /** Squares and sums of squares of anything smaller stay finite. */
    private static final double LARGEST = 1e140;

    private final int outputs;
    private final int[] output;
    private final double[] amount;
    private final double[] weight;
    private final double centre;
    private final boolean quantity;

    private Lesson(int outputs, int[] output, double[] amount, double[] weight, double centre, boolean quantity) {
        this.outputs = outputs;
        this.centre = centre;
        this.quantity = quantity;
        this.output = output;
        this.amount = amount;
        this.weight = weight;
    }

    static Lesson of(Training training) {
        int classes = training.target().labels().size();
        double[] weights = training.weights();
        RowWeights.of(weights);
        if (training.target() instanceof Target.Quantity) {
            double[] numbers = training.numbers();
            requireFinite(numbers, training.target().column());
            double mean = ExactSum.of(numbers).dividedBy(numbers.length);
            // Squares of amounts far from zero would drown how they differ.
            double[] centred =
                    Arrays.stream(numbers).map(number -> number - mean).toArray();
            return new Lesson(1, new int[numbers.length], centred, weights, mean, true);
        }
        int[] labels = training.labels();
        requireTwo(labels);
        if (classes == 2) {
            double[] amounts = Arrays.stream(labels).asDoubleStream().toArray();
            return new Lesson(1, new int[labels.length], amounts, weights, 0, false);
        }
        var ones = new double[labels.length];
        Arrays.fill(ones, 1);
        return new Lesson(classes, labels, ones, weights, 0, false);
    }

    private static void requireFinite(double[] numbers, String column) {
        for (int row = 0; row < numbers.length; row++) {
            if (!(Math.abs(numbers[row]) <= LARGEST)) {
                throw SlipwayException.refused(
                        "TRAIN-TARGET-NOT-FINITE",
                        "the target is %s, which nothing can be learned from".formatted(numbers[row]),
                        "row %d of the training data, column '%s'".formatted(row + 1, column),
                        "correct the value, or leave the row out");
            }
        }
    }

    private static void requireTwo(int[] labels) {
        if (Arrays.stream(labels).distinct().count() < 2) {
            throw SlipwayException.refused(
                    "TRAIN-ONE-CLASS",
                    "every training row has the same answer",
                    "the target of the candidate",
                    "bring rows of the other answer, or correct 'positive' under data");
        }
    }

    /** What amounts are counted from: to be added to their means. */
    double centre() {
        return centre;
    }

    boolean isQuantity() {
        return quantity;
    }

    int rows() {
        return amount.length;
    }

    int outputs() {
        return outputs;
    }

    int output(int row) {
        return output[row];
    }

    double amount(int row) {
        return amount[row];
    }

    double weight(int row) {
        return weight[row];
    }
}
