package dev.slipway.linear;

import java.util.function.BooleanSupplier;

/*
 * What least squares comes down to: (X'WX + penalty) w = X'Wy, X and y less their weighted means, which takes the intercept
 * out. The rows stay sparse: the means are taken off the products and not off the cells.
 */
final class NormalEquations {
    /** Less than this share of a column left over by those before it is rounding. */
    private static final double NOTHING = 1e-11;

    private final SparseRows rows;
    private final double[] shares;
    private final double[] penalty;
    private final double[] means;

    NormalEquations(SparseRows rows, double[] shares, double[] penalty) {
        this.rows = rows;
        this.shares = shares;
        this.penalty = penalty;
        this.means = weighted(shares);
    }

    /** The sum of each column's values times what their rows count. */
    private double[] weighted(double[] counts) {
        var sums = new double[rows.columns()];
        for (int row = 0; row < counts.length; row++) {
            for (int cell = rows.start(row); cell < rows.end(row); cell++) {
                sums[rows.column(cell)] += counts[row] * rows.value(cell);
            }
        }
        return sums;
    }

    /** The weighted mean of each column. Not to be written to. */
    double[] means() {
        return means;
    }

    double mean(double[] truth) {
        return ConjugateGradients.dot(shares, truth);
    }

    /** The right-hand side. */
    double[] wanted(double[] truth) {
        double mean = mean(truth);
        var counted = new double[truth.length];
        for (int row = 0; row < truth.length; row++) {
            counted[row] = shares[row] * (truth[row] - mean);
        }
        return weighted(counted);
    }

    /** The solution by elimination; 0 for a column that those before it leave nothing of. */
    double[] solve(double[] wanted) {
        double[][] lower = lower();
        double[] own = diagonal();
        int size = wanted.length;
        var solution = wanted.clone();
        for (int row = 0; row < size; row++) {
            double[] line = lower[row];
            for (int at = 0; at < row; at++) {
                double[] above = lower[at];
                double sum = line[at];
                for (int k = 0; k < at; k++) {
                    sum -= line[k] * above[k];
                }
                line[at] = above[at] == 0 ? 0 : sum / above[at];
            }
            double left = line[row];
            for (int k = 0; k < row; k++) {
                left -= line[k] * line[k];
                solution[row] -= line[k] * solution[k];
            }
            line[row] = left > NOTHING * own[row] ? Math.sqrt(left) : 0;
            solution[row] = line[row] == 0 ? 0 : solution[row] / line[row];
        }
        return back(lower, solution);
    }

    private static double[] back(double[][] lower, double[] solution) {
        for (int row = solution.length - 1; row >= 0; row--) {
            solution[row] = lower[row][row] == 0 ? 0 : solution[row] / lower[row][row];
            for (int k = 0; k < row; k++) {
                solution[k] -= lower[row][k] * solution[row];
            }
        }
        return solution;
    }

    private double[][] lower() {
        int size = means.length;
        var lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
        }
        for (int row = 0; row < shares.length; row++) {
            int start = rows.start(row);
            for (int cell = start; cell < rows.end(row); cell++) {
                double share = shares[row] * rows.value(cell);
                double[] line = lower[rows.column(cell)];
                for (int other = start; other <= cell; other++) {
                    line[rows.column(other)] += share * rows.value(other);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                lower[i][j] -= means[i] * means[j];
            }
            lower[i][i] += penalty[i];
        }
        return lower;
    }

    /** Of the equations, before the means are taken off. */
    private double[] diagonal() {
        double[] diagonal = penalty.clone();
        for (int row = 0; row < shares.length; row++) {
            for (int cell = rows.start(row); cell < rows.end(row); cell++) {
                diagonal[rows.column(cell)] += shares[row] * rows.value(cell) * rows.value(cell);
            }
        }
        return diagonal;
    }

    /** The solution by conjugate gradients, up to a remainder of {@code enough} times what is wanted. */
    double[] approach(double[] wanted, double enough, BooleanSupplier stopped) {
        double[] diagonal = diagonal();
        for (int feature = 0; feature < diagonal.length; feature++) {
            double centred = diagonal[feature] - means[feature] * means[feature];
            diagonal[feature] = centred > NOTHING * diagonal[feature] ? centred : 0;
        }
        return new ConjugateGradients(this::times, diagonal).solve(wanted, enough, stopped);
    }

    private double[] times(double[] direction) {
        double mean = ConjugateGradients.dot(means, direction);
        var counted = new double[shares.length];
        for (int row = 0; row < counted.length; row++) {
            counted[row] = shares[row] * (rows.times(row, direction) - mean);
        }
        double[] image = weighted(counted);
        for (int feature = 0; feature < image.length; feature++) {
            image[feature] += penalty[feature] * direction[feature];
        }
        return image;
    }
}
