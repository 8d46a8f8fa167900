package dev.slipway.linear;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Solves symmetric positive (semi-)definite systems that are only known by what they make of a vector. */
final class ConjugateGradients {
    private final UnaryOperator<double[]> matrix;
    private final double[] diagonal;

    /** @param diagonal of the matrix; divides what is left, which evens out columns of different size */
    ConjugateGradients(UnaryOperator<double[]> matrix, double[] diagonal) {
        this.matrix = matrix;
        this.diagonal = diagonal;
    }

    /**
     * The solution of {@code matrix * x = wanted}, up to a remainder of {@code enough} times the size of what is wanted. Of
     * many solutions the one that the fewest steps from zero reach.
     *
     * @param stopped asked between steps; yes ends the work with {@link dev.slipway.algorithm.BudgetOver}
     */
    double[] solve(double[] wanted, double enough, BooleanSupplier stopped) {
        var solution = new double[wanted.length];
        double[] residual = wanted.clone();
        double[] direction = new double[wanted.length];
        double[] preconditioned = new double[wanted.length];
        double before = 1;
        double small = enough * enough * dot(wanted, wanted);
        int most = 2 * wanted.length;
        for (int iteration = 0; iteration < most && dot(residual, residual) > small; iteration++) {
            Parameters.stopIf(stopped, "a linear model");
            Arrays.setAll(preconditioned, i -> diagonal[i] > 0 ? residual[i] / diagonal[i] : 0);
            double now = dot(residual, preconditioned);
            double keep = iteration == 0 ? 0 : now / before;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = preconditioned[i] + keep * direction[i];
            }
            double[] image = matrix.apply(direction);
            double bend = dot(direction, image);
            if (!(bend > 0)) {
                // Rounding: nothing is gained in this direction. What was found so far leads downhill all the same.
                break;
            }
            double step = now / bend;
            for (int i = 0; i < solution.length; i++) {
                solution[i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            before = now;
        }
        return solution;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** How well a Newton step must be solved for: roughly far off, ever better near the minimum, so that no work is lost. */
    static double forcing(double[] gradient) {
        return Math.min(0.1, Math.sqrt(Math.sqrt(dot(gradient, gradient))));
    }
}
