package dev.slipway.algorithm;

import dev.slipway.model.LinearFunction;
import dev.slipway.model.Link;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/*
 * The penalised mean loss at one position, with its gradient and Newton direction.
 *
 * Columns are divided by their root mean square, which is a change of variables, not of the problem: the penalty is
 * rescaled with them. It keeps the Hessian's condition in bounds where one column counts money and another is 0 or 1.
 * One-hot rows are mostly zeros, so only what is not zero is kept (row by row, as in a sparse matrix). The last
 * variable is the intercept.
 */
final class LogisticLoss {
    /** Up to here the Hessian is factorised; beyond, conjugate gradients never build it. */
    private static final int MOST_DENSE = 500;

    private final int columns;
    private final int[] truth;
    private final double[] weights;
    private final double[] scale;
    private final double[] penalty;
    private final int[] rowStart;
    private final int[] column;
    private final double[] value;
    private final double[] probability;
    private final double[] curvature;
    private double[] position = new double[0];

    LogisticLoss(double[] matrix, int columns, int[] truth, double[] weights, double c) {
        check(matrix, columns, truth, weights);
        this.columns = columns;
        this.truth = truth;
        double total = DoubleStream.of(weights).sum();
        this.weights = DoubleStream.of(weights).map(weight -> weight / total).toArray();
        this.scale = scales(matrix, columns);
        this.penalty = DoubleStream.of(scale)
                .map(size -> 1 / (c * total * size * size))
                .toArray();
        int present = 0;
        for (double cell : matrix) {
            present += cell == 0 ? 0 : 1;
        }
        this.rowStart = new int[truth.length + 1];
        this.column = new int[present];
        this.value = new double[present];
        keepPresent(matrix);
        this.probability = new double[truth.length];
        this.curvature = new double[truth.length];
    }

    private static void check(double[] matrix, int columns, int[] truth, double[] weights) {
        if (matrix.length != (long) truth.length * columns || weights.length != truth.length) {
            throw new IllegalArgumentException("%d values, %d columns, %d truths, %d weights"
                    .formatted(matrix.length, columns, truth.length, weights.length));
        }
        for (int i = 0; i < matrix.length; i++) {
            if (!Double.isFinite(matrix[i])) {
                throw SlipwayException.refused(
                        "TRAIN-NOT-FINITE",
                        "the value is " + matrix[i] + ", which logistic regression cannot use",
                        "row %d, feature %d of the encoded training data".formatted(i / columns + 1, i % columns + 1),
                        "fill missing values (features: impute) before candidate logistic");
            }
        }
        boolean counts = DoubleStream.of(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight));
        if (!counts) {
            throw SlipwayException.refused(
                    "TRAIN-WEIGHT",
                    "a row weight is negative or not finite",
                    "the row weights",
                    "make every weight zero or more");
        }
        boolean yes = IntStream.range(0, truth.length).anyMatch(row -> truth[row] == 1 && weights[row] > 0);
        boolean no = IntStream.range(0, truth.length).anyMatch(row -> truth[row] == 0 && weights[row] > 0);
        if (!yes || !no) {
            throw SlipwayException.refused(
                    "TRAIN-ONE-CLASS",
                    "every training row has the same answer",
                    "the target of candidate logistic",
                    "bring rows of the other answer, or correct 'positive' under data");
        }
    }

    private static double[] scales(double[] matrix, int columns) {
        var squares = new double[columns];
        for (int i = 0; i < matrix.length; i++) {
            squares[i % columns] += matrix[i] * matrix[i];
        }
        int rows = columns == 0 ? 0 : matrix.length / columns;
        return DoubleStream.of(squares)
                .map(sum -> sum > 0 ? Math.sqrt(sum / rows) : 1)
                .toArray();
    }

    private void keepPresent(double[] matrix) {
        int kept = 0;
        for (int row = 0; row < truth.length; row++) {
            for (int feature = 0; feature < columns; feature++) {
                double cell = matrix[row * columns + feature];
                if (cell != 0) {
                    column[kept] = feature;
                    value[kept] = cell / scale[feature];
                    kept++;
                }
            }
            rowStart[row + 1] = kept;
        }
    }

    /** Moves here and answers the loss; the gradient and the direction are those of this position. */
    double at(double[] here) {
        position = here.clone();
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double margin = margin(row, here);
            double signed = truth[row] == 1 ? margin : -margin;
            // ln(1 + e^-m) without overflow, and exact where it is tiny.
            sum += weights[row] * (StrictMath.log1p(StrictMath.exp(-Math.abs(signed))) + Math.max(-signed, 0));
            double no = Link.sigmoid(-margin);
            probability[row] = Link.sigmoid(margin);
            curvature[row] = weights[row] * probability[row] * no;
        }
        double punished = 0;
        for (int feature = 0; feature < columns; feature++) {
            punished += penalty[feature] * here[feature] * here[feature];
        }
        return sum + punished / 2;
    }

    private double margin(int row, double[] here) {
        double sum = here[columns];
        for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
            sum += value[at] * here[column[at]];
        }
        return sum;
    }

    double[] gradient() {
        var gradient = new double[columns + 1];
        for (int row = 0; row < truth.length; row++) {
            double error = weights[row] * (truth[row] == 1 ? probability[row] - 1 : probability[row]);
            gradient[columns] += error;
            for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                gradient[column[at]] += error * value[at];
            }
        }
        for (int feature = 0; feature < columns; feature++) {
            gradient[feature] += penalty[feature] * position[feature];
        }
        return gradient;
    }

    /** Where Newton's method goes from here: minus the inverse Hessian times the gradient. */
    double[] newtonDirection(double[] gradient) {
        double[] wanted = DoubleStream.of(gradient).map(slope -> -slope).toArray();
        return columns <= MOST_DENSE ? Cholesky.solve(hessian(), wanted) : conjugateGradients(wanted);
    }

    /** The lower triangle. */
    private double[][] hessian() {
        var hessian = new double[columns + 1][];
        for (int i = 0; i <= columns; i++) {
            hessian[i] = new double[i + 1];
        }
        double[] last = hessian[columns];
        for (int row = 0; row < truth.length; row++) {
            for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                double share = curvature[row] * value[at];
                double[] line = hessian[column[at]];
                for (int other = rowStart[row]; other <= at; other++) {
                    line[column[other]] += share * value[other];
                }
                last[column[at]] += share;
            }
            last[columns] += curvature[row];
        }
        for (int feature = 0; feature < columns; feature++) {
            hessian[feature][feature] += penalty[feature];
        }
        return hessian;
    }

    private double[] conjugateGradients(double[] wanted) {
        double[] diagonal = diagonal();
        var solution = new double[wanted.length];
        double[] residual = wanted.clone();
        double[] direction = new double[wanted.length];
        double before = 1;
        double enough = 1e-20 * dot(wanted, wanted);
        for (int iteration = 0; iteration < 2 * wanted.length && dot(residual, residual) > enough; iteration++) {
            double[] preconditioned = new double[wanted.length];
            Arrays.setAll(preconditioned, i -> residual[i] / diagonal[i]);
            double now = dot(residual, preconditioned);
            double keep = iteration == 0 ? 0 : now / before;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = preconditioned[i] + keep * direction[i];
            }
            double[] image = hessianTimes(direction);
            double step = now / dot(direction, image);
            for (int i = 0; i < solution.length; i++) {
                solution[i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            before = now;
        }
        return solution;
    }

    private double[] diagonal() {
        double[] diagonal = Arrays.copyOf(penalty, columns + 1);
        for (int row = 0; row < truth.length; row++) {
            for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                diagonal[column[at]] += curvature[row] * value[at] * value[at];
            }
            diagonal[columns] += curvature[row];
        }
        return diagonal;
    }

    private double[] hessianTimes(double[] direction) {
        var image = new double[columns + 1];
        for (int row = 0; row < truth.length; row++) {
            double share = curvature[row] * margin(row, direction);
            image[columns] += share;
            for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                image[column[at]] += share * value[at];
            }
        }
        for (int feature = 0; feature < columns; feature++) {
            image[feature] += penalty[feature] * direction[feature];
        }
        return image;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** The position as a function of the columns as they came. */
    LinearFunction unscaled(double[] here) {
        var unscaled = new double[columns];
        Arrays.setAll(unscaled, feature -> here[feature] / scale[feature]);
        return new LinearFunction(here[columns], unscaled);
    }
}
