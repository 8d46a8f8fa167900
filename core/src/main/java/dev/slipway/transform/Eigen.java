package dev.slipway.transform;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues, largest first and none below 0, and eigenvectors of a symmetric matrix without negative eigenvalues, by
 * Jacobi's rotations in a fixed order (Golub and Van Loan, "Matrix Computations", section 8.5): slow and exact to the last
 * few bits, and the same bits on every machine. Takes the matrix over.
 */
final class Eigen {
    private static final int MOST_SWEEPS = 60;

    private final double[][] matrix;
    private final double[][] vectors;
    private final int[] order;

    private Eigen(double[][] matrix) {
        this.matrix = matrix;
        vectors = new double[matrix.length][matrix.length];
        for (int place = 0; place < matrix.length; place++) {
            vectors[place][place] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(); sweep++) {}
        order = IntStream.range(0, matrix.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -matrix[place][place]))
                .mapToInt(place -> place)
                .toArray();
    }

    static Eigen of(double[][] symmetric) {
        return new Eigen(symmetric);
    }

    double[] values() {
        return IntStream.of(order)
                .mapToDouble(place -> Math.max(0, matrix[place][place]))
                .toArray();
    }

    /** Of length 1; its largest entry in size, of several the first, is positive. */
    double[] vector(int place) {
        double[] vector = new double[matrix.length];
        int largest = 0;
        for (int entry = 0; entry < vector.length; entry++) {
            vector[entry] = vectors[entry][order[place]];
            largest = Math.abs(vector[entry]) > Math.abs(vector[largest]) ? entry : largest;
        }
        boolean turn = vector[largest] < 0;
        for (int entry = 0; turn && entry < vector.length; entry++) {
            vector[entry] = 0 - vector[entry];
        }
        return vector;
    }

    /** Rotates every entry off the diagonal away once; false when none was left to rotate. */
    private boolean sweep() {
        boolean rotated = false;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = row + 1; column < matrix.length; column++) {
                if (counts(row, column)) {
                    rotate(row, column);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    /** Whether the entry is more than a rounding of the two on the diagonal. */
    private boolean counts(int row, int column) {
        double size = Math.abs(matrix[row][column]);
        double diagonal = Math.sqrt(Math.abs(matrix[row][row])) * Math.sqrt(Math.abs(matrix[column][column]));
        return size > 0x1p-60 * diagonal && size > Double.MIN_NORMAL;
    }

    private void rotate(int p, int q) {
        double ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = 1 / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
        tangent = ratio < 0 ? -tangent : tangent;
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < matrix.length; k++) {
            turn(matrix[k], p, q, cosine, sine);
            turn(vectors[k], p, q, cosine, sine);
        }
        for (int k = 0; k < matrix.length; k++) {
            double left = matrix[p][k];
            double right = matrix[q][k];
            matrix[p][k] = cosine * left - sine * right;
            matrix[q][k] = sine * left + cosine * right;
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double left = row[p];
        double right = row[q];
        row[p] = cosine * left - sine * right;
        row[q] = sine * left + cosine * right;
    }
}
