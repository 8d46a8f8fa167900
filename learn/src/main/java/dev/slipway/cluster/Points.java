package dev.slipway.cluster;

import dev.slipway.problem.SlipwayException;

/** Rows as points: so many finite numbers each, a row after the other, and how much each counts. Immutable. */
final class Points {
    /** Squares and sums of squares of anything smaller stay finite. */
    private static final double LARGEST = 1e140;

    private final int width;
    private final double[] matrix;
    private final double[] weights;

    /** Takes the arrays over. */
    Points(int width, double[] matrix, double[] weights) {
        this.width = width;
        this.matrix = matrix;
        this.weights = weights;
        for (int cell = 0; cell < matrix.length; cell++) {
            if (!(Math.abs(matrix[cell]) <= LARGEST)) {
                throw SlipwayException.refused(
                        "TRAIN-NOT-FINITE",
                        "the value is %s, and no distance can be measured to it".formatted(matrix[cell]),
                        "row %d, feature %d of the encoded training data".formatted(cell / width + 1, cell % width + 1),
                        "fill missing values (features: impute) and bring the column to a usual size (features: scale)");
            }
        }
    }

    int rows() {
        return weights.length;
    }

    int width() {
        return width;
    }

    double weight(int row) {
        return weights[row];
    }

    double at(int row, int feature) {
        return matrix[row * width + feature];
    }

    /** These rows, in this order. */
    Points rows(int... chosen) {
        var some = new double[chosen.length * width];
        var counts = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(matrix, chosen[i] * width, some, i * width, width);
            counts[i] = weights[chosen[i]];
        }
        return new Points(width, some, counts);
    }

    /** The square of the distance between a row and a point of another list. */
    double squaredDistance(int row, double[] others, int place) {
        double sum = 0;
        int from = row * width;
        int to = place * width;
        for (int feature = 0; feature < width; feature++) {
            double apart = matrix[from + feature] - others[to + feature];
            sum += apart * apart;
        }
        return sum;
    }

    double squaredDistance(int row, int other) {
        return squaredDistance(row, matrix, other);
    }

    void copy(int row, double[] to, int place) {
        System.arraycopy(matrix, row * width, to, place * width, width);
    }
}
