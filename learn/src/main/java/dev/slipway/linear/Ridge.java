package dev.slipway.linear;

import dev.slipway.algorithm.RowWeights;
import dev.slipway.model.LinearFunction;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Least squares with an L2 penalty: the weights that minimise Σ weight · (y - answer)² + alpha ‖w‖², the intercept free of
 * penalty (scikit-learn's objective). With alpha 0 plain least squares; a column that those before it determine then gets the
 * weight 0, as in R.
 *
 * @param alpha strength of the penalty, 0 for none
 */
public record Ridge(double alpha) implements Regression {
    /** Up to here the equations are factorised; beyond, conjugate gradients never build them. */
    private static final int MOST_DENSE = 500;

    private static final double SOLVED = 1e-12;

    public Ridge {
        Parameters.require("ridge", "alpha", alpha, 0, 1e12);
    }

    @Override
    public String kind() {
        return alpha == 0 ? "linear" : "ridge";
    }

    @Override
    public LinearFunction fit(SparseRows rows, double[] truth, RowWeights weights, BooleanSupplier stopped) {
        Parameters.stopIf(stopped, "ridge");
        double[] sizes = rows.sizes();
        var penalty = new double[sizes.length];
        Arrays.setAll(penalty, feature -> alpha / weights.total() / sizes[feature] / sizes[feature]);
        var equations = new NormalEquations(rows.dividedBy(sizes), weights.shares(), penalty);
        double[] wanted = equations.wanted(truth);
        double[] solution =
                rows.columns() <= MOST_DENSE ? equations.solve(wanted) : equations.approach(wanted, SOLVED, stopped);
        double intercept = equations.mean(truth);
        for (int feature = 0; feature < solution.length; feature++) {
            intercept -= equations.means()[feature] * solution[feature];
            solution[feature] /= sizes[feature];
        }
        return new LinearFunction(intercept, solution);
    }
}
