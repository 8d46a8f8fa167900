package dev.slipway.linear;

/** Solves symmetric positive definite systems, given by their lower triangle, which is overwritten. */
final class Cholesky {
    private Cholesky() {}

    /**
     * The solution of {@code lower * x = wanted}. A pivot that rounding made zero or negative is replaced by the diagonal's
     * size: the answer then is still a direction of descent for the caller's line search.
     */
    static double[] solve(double[][] lower, double[] wanted) {
        int size = wanted.length;
        for (int row = 0; row < size; row++) {
            double[] line = lower[row];
            double before = line[row];
            for (int at = 0; at < row; at++) {
                double sum = line[at];
                double[] above = lower[at];
                for (int k = 0; k < at; k++) {
                    sum -= line[k] * above[k];
                }
                line[at] = sum / above[at];
            }
            double pivot = before;
            for (int k = 0; k < row; k++) {
                pivot -= line[k] * line[k];
            }
            line[row] = Math.sqrt(pivot > before * 1e-15 ? pivot : Math.max(before, Double.MIN_NORMAL));
        }
        return back(lower, forward(lower, wanted));
    }

    private static double[] forward(double[][] lower, double[] wanted) {
        double[] solution = wanted.clone();
        for (int row = 0; row < solution.length; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= lower[row][k] * solution[k];
            }
            solution[row] /= lower[row][row];
        }
        return solution;
    }

    private static double[] back(double[][] lower, double[] solution) {
        for (int row = solution.length - 1; row >= 0; row--) {
            solution[row] /= lower[row][row];
            for (int k = 0; k < row; k++) {
                solution[k] -= lower[row][k] * solution[row];
            }
        }
        return solution;
    }
}
