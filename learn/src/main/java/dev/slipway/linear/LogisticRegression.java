package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.RowWeights;
import dev.slipway.model.LinearFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Logistic regression: the weights that minimise C · Σ weight · logloss + ½ (1 - l1Ratio) ‖w‖² + l1Ratio ‖w‖₁, the intercepts
 * free of penalty (scikit-learn's objective). Two classes have one weighted sum, more have one each and meet in the softmax.
 * The minimum is unique, but for an amount common to all intercepts of a softmax, which then sum to zero; so it does not matter
 * how it is found. The same rows in the same order give the same bits.
 *
 * @param c inverse strength of the penalty; large means nearly none
 * @param l1Ratio share of the penalty that falls on the weights themselves and makes zeros of them; 0 is the usual one
 */
public record LogisticRegression(double c, double l1Ratio) {
    /** scikit-learn's default strength and penalty. */
    public static final LogisticRegression DEFAULTS = new LogisticRegression(1, 0);

    static final String KIND = "logistic";

    public LogisticRegression {
        Parameters.require(KIND, "c", c, 1e-9, 1e9);
        Parameters.require(KIND, "l1_ratio", l1Ratio, 0, 1);
    }

    /**
     * Fits weighted rows.
     *
     * @param classes how many there are
     * @param truth the class of each row, from 0
     * @param stopped asked between iterations; yes ends the fit with {@link BudgetOver}
     * @return the weighted sum for the second of two classes, or one for each of more
     */
    List<LinearFunction> fit(SparseRows rows, int classes, int[] truth, RowWeights weights, BooleanSupplier stopped) {
        weights.refuseOneClass(truth);
        if (l1Ratio > 0) {
            double strength = 1 / (c * weights.total());
            return new SparseLogistic(
                            rows, classes, truth, weights.shares(), strength * l1Ratio, strength * (1 - l1Ratio))
                    .fit(stopped);
        }
        double[] sizes = rows.sizes();
        var penalty = new double[sizes.length];
        Arrays.setAll(penalty, feature -> 1 / (c * weights.total() * sizes[feature] * sizes[feature]));
        var even = rows.dividedBy(sizes);
        int sums = classes == 2 ? 1 : classes;
        var loss = classes == 2
                ? new LogisticLoss(even, truth, weights.shares(), penalty)
                : new SoftmaxLoss(even, classes, truth, weights.shares(), penalty);
        double[] minimum = new Newton(loss, "candidate logistic with c = " + c)
                .minimum(new double[(sizes.length + 1) * sums], stopped);
        return functions(minimum, sizes, sums);
    }

    /** A position, in which the variables of one column stand together, as functions of the columns as they came. */
    private static List<LinearFunction> functions(double[] position, double[] sizes, int sums) {
        int columns = sizes.length;
        double common = sums == 1
                ? 0
                : IntStream.range(0, sums)
                                .mapToDouble(label -> position[columns * sums + label])
                                .sum()
                        / sums;
        var functions = new ArrayList<LinearFunction>();
        for (int sum = 0; sum < sums; sum++) {
            int place = sum;
            var weights = new double[columns];
            Arrays.setAll(weights, feature -> position[feature * sums + place] / sizes[feature]);
            functions.add(new LinearFunction(position[columns * sums + sum] - common, weights));
        }
        return functions;
    }
}
