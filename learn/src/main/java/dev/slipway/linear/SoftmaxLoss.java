package dev.slipway.linear;

import dev.slipway.model.Link;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/*
 * The penalised mean cross entropy of any number of classes, all of them with weights of their own, as in scikit-learn's
 * multinomial regression. The variables of one column stand together, a class after the other, the intercepts last: a sparse
 * row then walks through memory once, not once a class. Only the intercepts may all be moved by the same amount without any
 * effect; steps from zero never do.
 */
final class SoftmaxLoss implements Loss {
    private final SparseRows rows;
    private final int columns;
    private final int classes;
    private final int[] truth;
    private final double[] shares;
    private final double[] penalty;
    private final double[] probability;
    private double[] position = new double[0];

    /**
     * @param shares weights of the rows that sum to one
     * @param penalty of each column's squared weights
     */
    SoftmaxLoss(SparseRows rows, int classes, int[] truth, double[] shares, double[] penalty) {
        this.rows = rows;
        this.columns = rows.columns();
        this.classes = classes;
        this.truth = truth;
        this.shares = shares;
        this.penalty = penalty;
        this.probability = new double[truth.length * classes];
    }

    @Override
    public double at(double[] here) {
        position = here.clone();
        var margins = new double[classes];
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            margins(row, here, margins);
            double right = margins[truth[row]];
            sum += shares[row] * (Link.softmax(margins, 0, classes) - right);
            System.arraycopy(margins, 0, probability, row * classes, classes);
        }
        double punished = 0;
        for (int i = 0; i < columns * classes; i++) {
            punished += penalty[i / classes] * here[i] * here[i];
        }
        return sum + punished / 2;
    }

    private void margins(int row, double[] here, double[] margins) {
        System.arraycopy(here, columns * classes, margins, 0, classes);
        for (int cell = rows.start(row); cell < rows.end(row); cell++) {
            int at = rows.column(cell) * classes;
            double value = rows.value(cell);
            for (int label = 0; label < classes; label++) {
                margins[label] += value * here[at + label];
            }
        }
    }

    @Override
    public double[] gradient() {
        var gradient = new double[position.length];
        var errors = new double[classes];
        for (int row = 0; row < truth.length; row++) {
            for (int label = 0; label < classes; label++) {
                double wanted = truth[row] == label ? 1 : 0;
                errors[label] = shares[row] * (probability[row * classes + label] - wanted);
            }
            spread(row, errors, gradient);
        }
        punish(position, gradient);
        return gradient;
    }

    /** Adds to the image what a row's errors say about every variable. */
    private void spread(int row, double[] errors, double[] image) {
        for (int cell = rows.start(row); cell < rows.end(row); cell++) {
            int at = rows.column(cell) * classes;
            double value = rows.value(cell);
            for (int label = 0; label < classes; label++) {
                image[at + label] += errors[label] * value;
            }
        }
        for (int label = 0; label < classes; label++) {
            image[columns * classes + label] += errors[label];
        }
    }

    private void punish(double[] here, double[] image) {
        for (int i = 0; i < columns * classes; i++) {
            image[i] += penalty[i / classes] * here[i];
        }
    }

    @Override
    public double[] newtonDirection(double[] gradient, BooleanSupplier stopped) {
        double[] wanted = DoubleStream.of(gradient).map(slope -> -slope).toArray();
        return new ConjugateGradients(this::hessianTimes, diagonal())
                .solve(wanted, ConjugateGradients.forcing(gradient), stopped);
    }

    private double[] hessianTimes(double[] direction) {
        var image = new double[direction.length];
        var moved = new double[classes];
        for (int row = 0; row < truth.length; row++) {
            margins(row, direction, moved);
            double mean = 0;
            for (int label = 0; label < classes; label++) {
                mean += probability[row * classes + label] * moved[label];
            }
            for (int label = 0; label < classes; label++) {
                moved[label] = shares[row] * probability[row * classes + label] * (moved[label] - mean);
            }
            spread(row, moved, image);
        }
        punish(direction, image);
        return image;
    }

    private double[] diagonal() {
        var diagonal = new double[position.length];
        var bends = new double[classes];
        for (int row = 0; row < truth.length; row++) {
            for (int label = 0; label < classes; label++) {
                double likely = probability[row * classes + label];
                bends[label] = shares[row] * likely * (1 - likely);
            }
            for (int cell = rows.start(row); cell < rows.end(row); cell++) {
                int at = rows.column(cell) * classes;
                double square = rows.value(cell) * rows.value(cell);
                for (int label = 0; label < classes; label++) {
                    diagonal[at + label] += bends[label] * square;
                }
            }
            for (int label = 0; label < classes; label++) {
                diagonal[columns * classes + label] += bends[label];
            }
        }
        var ones = new double[position.length];
        Arrays.fill(ones, 1);
        punish(ones, diagonal);
        return diagonal;
    }
}
