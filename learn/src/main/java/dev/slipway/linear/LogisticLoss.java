package dev.slipway.linear;

import dev.slipway.model.Link;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/*
 * The penalised mean logistic loss of two classes. The last variable is the intercept.
 *
 * Columns come divided by their root mean square, which is a change of variables, not of the problem: the penalty is
 * rescaled with them. It keeps the Hessian's condition in bounds where one column counts money and another is 0 or 1.
 */
final class LogisticLoss implements Loss {
    /** Up to here the Hessian is factorised; beyond, conjugate gradients never build it. */
    private static final int MOST_DENSE = 500;

    private final SparseRows rows;
    private final int columns;
    private final int[] truth;
    private final double[] shares;
    private final double[] penalty;
    private final double[] probability;
    private final double[] curvature;
    private double[] position = new double[0];

    /**
     * @param shares weights of the rows that sum to one
     * @param penalty of each column's squared weight
     */
    LogisticLoss(SparseRows rows, int[] truth, double[] shares, double[] penalty) {
        this.rows = rows;
        this.columns = rows.columns();
        this.truth = truth;
        this.shares = shares;
        this.penalty = penalty;
        this.probability = new double[truth.length];
        this.curvature = new double[truth.length];
    }

    @Override
    public double at(double[] here) {
        position = here.clone();
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double margin = margin(row, here);
            double signed = truth[row] == 1 ? margin : -margin;
            // ln(1 + e^-m) without overflow, and exact where it is tiny.
            sum += shares[row] * (StrictMath.log1p(StrictMath.exp(-Math.abs(signed))) + Math.max(-signed, 0));
            double no = Link.sigmoid(-margin);
            probability[row] = Link.sigmoid(margin);
            curvature[row] = shares[row] * probability[row] * no;
        }
        double punished = 0;
        for (int feature = 0; feature < columns; feature++) {
            punished += penalty[feature] * here[feature] * here[feature];
        }
        return sum + punished / 2;
    }

    private double margin(int row, double[] here) {
        return here[columns] + rows.times(row, here);
    }

    @Override
    public double[] gradient() {
        var gradient = new double[columns + 1];
        for (int row = 0; row < truth.length; row++) {
            double error = shares[row] * (truth[row] == 1 ? probability[row] - 1 : probability[row]);
            gradient[columns] += error;
            for (int cell = rows.start(row); cell < rows.end(row); cell++) {
                gradient[rows.column(cell)] += error * rows.value(cell);
            }
        }
        for (int feature = 0; feature < columns; feature++) {
            gradient[feature] += penalty[feature] * position[feature];
        }
        return gradient;
    }

    @Override
    public double[] newtonDirection(double[] gradient, BooleanSupplier stopped) {
        double[] wanted = DoubleStream.of(gradient).map(slope -> -slope).toArray();
        if (columns <= MOST_DENSE) {
            return Cholesky.solve(hessian(), wanted);
        }
        return new ConjugateGradients(this::hessianTimes, diagonal())
                .solve(wanted, ConjugateGradients.forcing(gradient), stopped);
    }

    /** The lower triangle. */
    private double[][] hessian() {
        var hessian = new double[columns + 1][];
        for (int i = 0; i <= columns; i++) {
            hessian[i] = new double[i + 1];
        }
        double[] last = hessian[columns];
        for (int row = 0; row < truth.length; row++) {
            int start = rows.start(row);
            for (int cell = start; cell < rows.end(row); cell++) {
                double share = curvature[row] * rows.value(cell);
                double[] line = hessian[rows.column(cell)];
                for (int other = start; other <= cell; other++) {
                    line[rows.column(other)] += share * rows.value(other);
                }
                last[rows.column(cell)] += share;
            }
            last[columns] += curvature[row];
        }
        for (int feature = 0; feature < columns; feature++) {
            hessian[feature][feature] += penalty[feature];
        }
        return hessian;
    }

    private double[] diagonal() {
        double[] diagonal = Arrays.copyOf(penalty, columns + 1);
        for (int row = 0; row < truth.length; row++) {
            for (int cell = rows.start(row); cell < rows.end(row); cell++) {
                diagonal[rows.column(cell)] += curvature[row] * rows.value(cell) * rows.value(cell);
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
            for (int cell = rows.start(row); cell < rows.end(row); cell++) {
                image[rows.column(cell)] += share * rows.value(cell);
            }
        }
        for (int feature = 0; feature < columns; feature++) {
            image[feature] += penalty[feature] * direction[feature];
        }
        return image;
    }
}
