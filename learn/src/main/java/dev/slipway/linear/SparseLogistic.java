package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.model.LinearFunction;
import dev.slipway.model.Link;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/*
 * Logistic regression with an L1 part, whose kink at zero Newton's method cannot take: around the present position the loss is
 * replaced by weighted squares, these are solved by coordinate descent, and the step towards their solution is halved until the
 * penalised loss falls (Yuan, Ho and Lin 2012). More than two classes take turns. Mutable, for one fit.
 */
final class SparseLogistic {
    private static final int MOST_ROUNDS = 1000;
    private static final int MOST_SWEEPS = 200;
    private static final double SETTLED = 1e-9;
    private static final double SETTLED_ENOUGH = 1e-5;

    /** A row that is answered with certainty still has so much of a say in the squares. */
    private static final double LEAST_BEND = 1e-6;

    private final SparseRows columns;
    private final CoordinateDescent descent;
    private final int[] truth;
    private final double[] shares;

    /** A weighted sum a class, or a single one for the second of two: its position, and what it makes of each row. */
    private final double[][] positions;

    private final double[][] margins;

    SparseLogistic(SparseRows rows, int classes, int[] truth, double[] shares, double l1, double l2) {
        this.columns = rows.transposed();
        this.descent = new CoordinateDescent(columns, l1, l2);
        this.truth = truth;
        this.shares = shares;
        int sums = classes == 2 ? 1 : classes;
        this.positions = new double[sums][rows.columns() + 1];
        this.margins = new double[sums][truth.length];
    }

    List<LinearFunction> fit(BooleanSupplier stopped) {
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && change > SETTLED; round++) {
            var effort = new CoordinateDescent.Effort(Math.min(1e-3, change / 100), MOST_SWEEPS, stopped);
            double largest = 0;
            for (int sum = 0; sum < positions.length; sum++) {
                if (stopped.getAsBoolean()) {
                    throw new BudgetOver("logistic was told to stop after %d rounds".formatted(round));
                }
                largest = Math.max(largest, improve(sum, effort));
            }
            change = largest;
        }
        if (change > SETTLED_ENOUGH) {
            throw SlipwayException.failed(
                    "TRAIN-NOT-CONVERGED",
                    "after %d rounds the answers still changed by %s".formatted(MOST_ROUNDS, change),
                    "candidate logistic with an l1_ratio",
                    "scale the columns (features: scale), or punish large weights more (a smaller c)");
        }
        int last = columns.rows();
        return Arrays.stream(positions)
                .map(position -> new LinearFunction(position[last], CoordinateDescent.weights(position)))
                .toList();
    }

    /** One class moves, the others stay; answers how far its margins moved, 0 where rounding hides any further gain. */
    private double improve(int sum, CoordinateDescent.Effort effort) {
        double[] start = positions[sum];
        double[] before = margins[sum];
        double loss = loss() + descent.penalty(start);
        var pull = pulls(sum);
        var bends = bends(sum);
        var left = new double[pull.length];
        Arrays.setAll(left, row -> bends[row] > 0 ? pull[row] / bends[row] : 0);
        double[] goal = descent.solve(start, left, bends, effort);
        double[] step = step(start, goal);
        double gain = descent.penalty(goal) - descent.penalty(start) - ConjugateGradients.dot(pull, step);
        for (double part = 1; part > 1e-10; part /= 2) {
            positions[sum] = between(start, goal, part);
            margins[sum] = along(before, step, part);
            if (loss() + descent.penalty(positions[sum]) <= loss + 1e-4 * part * gain) {
                return part * size(step);
            }
        }
        positions[sum] = start;
        margins[sum] = before;
        return size(step) <= SETTLED_ENOUGH ? 0 : size(step);
    }

    private double loss() {
        double sum = 0;
        var of = new double[Math.max(2, margins.length)];
        for (int row = 0; row < truth.length; row++) {
            load(row, of);
            double right = of[truth[row]];
            sum += shares[row] * (Link.softmax(of, 0, of.length) - right);
        }
        return sum;
    }

    /** The margins of a row, one a class. */
    private void load(int row, double[] of) {
        of[0] = 0;
        int first = of.length - margins.length;
        for (int sum = 0; sum < margins.length; sum++) {
            of[first + sum] = margins[sum][row];
        }
    }

    private double probability(int sum, int row, double[] of) {
        load(row, of);
        Link.softmax(of, 0, of.length);
        return of[of.length - margins.length + sum];
    }

    /** Where each row wants its margin to go, by minus the slope of the loss. */
    private double[] pulls(int sum) {
        var of = new double[Math.max(2, margins.length)];
        int label = of.length - margins.length + sum;
        return IntStream.range(0, truth.length)
                .mapToDouble(row -> shares[row] * ((truth[row] == label ? 1 : 0) - probability(sum, row, of)))
                .toArray();
    }

    private double[] bends(int sum) {
        var of = new double[Math.max(2, margins.length)];
        return IntStream.range(0, truth.length)
                .mapToDouble(row -> {
                    double likely = probability(sum, row, of);
                    return shares[row] * Math.max(likely * (1 - likely), LEAST_BEND);
                })
                .toArray();
    }

    /** What the way from one position to another does to the margin of each row. */
    private double[] step(double[] start, double[] goal) {
        var step = new double[truth.length];
        Arrays.fill(step, goal[columns.rows()] - start[columns.rows()]);
        for (int feature = 0; feature < columns.rows(); feature++) {
            double change = goal[feature] - start[feature];
            if (change != 0) {
                for (int cell = columns.start(feature); cell < columns.end(feature); cell++) {
                    step[columns.column(cell)] += change * columns.value(cell);
                }
            }
        }
        return step;
    }

    private double size(double[] step) {
        double squares = 0;
        for (int row = 0; row < step.length; row++) {
            squares += shares[row] * step[row] * step[row];
        }
        return Math.sqrt(squares);
    }

    private static double[] between(double[] start, double[] goal, double part) {
        var there = new double[start.length];
        Arrays.setAll(there, i -> part == 1 ? goal[i] : start[i] + part * (goal[i] - start[i]));
        return there;
    }

    private static double[] along(double[] start, double[] step, double part) {
        var there = new double[start.length];
        Arrays.setAll(there, i -> start[i] + part * step[i]);
        return there;
    }
}
