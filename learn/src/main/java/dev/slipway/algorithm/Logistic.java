package dev.slipway.algorithm;

import dev.slipway.model.Estimator;
import dev.slipway.model.LinearModel;
import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import dev.slipway.transform.Impute;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Transformer;
import java.util.Collections;
import java.util.List;

/**
 * Logistic regression on columns of its own making: quantities still missing get the median, and all are scaled, so that the
 * penalty is as hard on one as on the other. Zeros and ones stay what they are: scaled, they would no longer be sparse.
 *
 * @param deadline asked between iterations; past it the fit ends with {@link BudgetOver}
 */
public record Logistic(LogisticRegression regression, Deadline deadline) implements Estimator {
    /** For what is still missing: the mean of scaled quantities, and false. */
    private static final double STAND_IN = 0;

    private static final List<Transformer<?>> PREPARATION =
            List.of(new Impute(List.of(), new Impute.Fill.Median(), false), new Scale(List.of()));

    @Override
    public List<Transformer<?>> preparation() {
        return PREPARATION;
    }

    @Override
    public LinearModel fit(Training training) {
        var columns = Matrix.numericColumns(training.table());
        double[] matrix = Matrix.doubles(training.table(), columns);
        for (int cell = 0; cell < matrix.length; cell++) {
            matrix[cell] = Double.isNaN(matrix[cell]) ? STAND_IN : matrix[cell];
        }
        var function = regression.fit(matrix, columns.size(), training.labels(), deadline::over);
        return new LinearModel(columns, Collections.nCopies(columns.size(), STAND_IN), function);
    }
}
