package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.RowWeights;
import dev.slipway.algorithm.Standardised;
import dev.slipway.model.Estimator;
import dev.slipway.model.LinearModel;
import dev.slipway.model.LinearModel.Answer;
import dev.slipway.model.Matrix;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.Transformer;
import java.util.Collections;
import java.util.List;

/**
 * A quantity as a weighted sum of columns, prepared as for {@link Logistic}.
 *
 * @param deadline asked between iterations; past it the fit ends with {@link BudgetOver}
 */
public record Linear(Regression regression, Deadline deadline) implements Estimator {
    /** Squares and sums of squares of anything smaller stay finite. */
    private static final double LARGEST = 1e140;

    @Override
    public List<Transformer<?>> preparation() {
        return Standardised.QUANTITIES;
    }

    @Override
    public LinearModel fit(Training training) {
        if (!(training.target() instanceof Target.Quantity quantity)) {
            throw SlipwayException.usage(
                    "TRAIN-NOT-A-QUANTITY",
                    "a linear regression answers with a number, and the target has classes",
                    "candidate " + regression.kind(),
                    "use a candidate such as logistic or forest, or say data.task: regression");
        }
        double[] truth = training.numbers();
        requireUsable(truth, quantity.column());
        var columns = Matrix.numericColumns(training.table());
        var function = regression.fit(
                SparseRows.of(training.table(), columns), truth, RowWeights.of(training.weights()), deadline::over);
        return new LinearModel(
                columns, Collections.nCopies(columns.size(), SparseRows.STAND_IN), Answer.NUMBER, List.of(function));
    }

    private static void requireUsable(double[] truth, String column) {
        for (int row = 0; row < truth.length; row++) {
            if (!(Math.abs(truth[row]) <= LARGEST)) {
                throw SlipwayException.refused(
                        "TRAIN-TARGET-NOT-FINITE",
                        "the target is %s, which nothing can be learned from".formatted(truth[row]),
                        "row %d of the training data, column '%s'".formatted(row + 1, column),
                        "correct the value, or leave the row out");
            }
        }
    }
}
