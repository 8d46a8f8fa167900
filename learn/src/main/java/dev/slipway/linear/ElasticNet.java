package dev.slipway.linear;

import dev.slipway.algorithm.RowWeights;
import dev.slipway.model.LinearFunction;
import dev.slipway.problem.SlipwayException;
import java.util.function.BooleanSupplier;

/**
 * Least squares that leaves columns out: the weights that minimise ½ mean (y - answer)² + alpha · l1Ratio · ‖w‖₁ + ½ alpha ·
 * (1 - l1Ratio) · ‖w‖², the intercept free of penalty, the mean by the weights of the rows (scikit-learn's objective). With
 * l1Ratio 1 it is the lasso.
 *
 * @param alpha strength of the penalty
 * @param l1Ratio share of the penalty that falls on the weights themselves and makes zeros of them
 */
public record ElasticNet(double alpha, double l1Ratio) implements Regression {
    private static final String KIND = "elastic_net";
    private static final int MOST_SWEEPS = 10_000;
    private static final double SETTLED = 1e-10;
    private static final double SETTLED_ENOUGH = 1e-5;

    public ElasticNet {
        Parameters.require(KIND, "alpha", alpha, 1e-12, 1e12);
        Parameters.require(KIND, "l1_ratio", l1Ratio, 0, 1);
    }

    @Override
    public String kind() {
        return l1Ratio == 1 ? "lasso" : KIND;
    }

    @Override
    public LinearFunction fit(SparseRows rows, double[] truth, RowWeights weights, BooleanSupplier stopped) {
        Parameters.stopIf(stopped, KIND);
        var descent = new CoordinateDescent(rows.transposed(), alpha * l1Ratio, alpha * (1 - l1Ratio));
        double spread = spread(truth, weights.shares());
        double[] position = descent.solve(
                new double[rows.columns() + 1],
                truth.clone(),
                weights.shares(),
                new CoordinateDescent.Effort(SETTLED * spread, MOST_SWEEPS, stopped));
        Parameters.stopIf(stopped, KIND);
        if (descent.lastChange() > SETTLED_ENOUGH * spread) {
            throw SlipwayException.failed(
                    "TRAIN-NOT-CONVERGED",
                    "after %d rounds the weights still changed by %s".formatted(MOST_SWEEPS, descent.lastChange()),
                    "candidate elastic_net with alpha = " + alpha,
                    "scale the columns (features: scale), or punish large weights more (a larger alpha)");
        }
        return new LinearFunction(position[rows.columns()], CoordinateDescent.weights(position));
    }

    private static double spread(double[] truth, double[] shares) {
        double mean = ConjugateGradients.dot(shares, truth);
        double squares = 0;
        for (int row = 0; row < truth.length; row++) {
            squares += shares[row] * (truth[row] - mean) * (truth[row] - mean);
        }
        return Math.sqrt(squares);
    }
}
