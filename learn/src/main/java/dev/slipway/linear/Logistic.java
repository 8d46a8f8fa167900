package dev.slipway.linear;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.ClassWeights;
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
 * Logistic regression, of two classes or more, on columns of its own making: quantities still missing get the median, and all
 * are scaled, so that the penalty is as hard on one as on the other.
 *
 * @param deadline asked between iterations; past it the fit ends with {@link BudgetOver}
 */
public record Logistic(LogisticRegression regression, ClassWeights classWeights, Deadline deadline)
        implements Estimator {
    /** All classes as often as their rows. */
    public Logistic(LogisticRegression regression, Deadline deadline) {
        this(regression, ClassWeights.even(), deadline);
    }

    @Override
    public List<Transformer<?>> preparation() {
        return Standardised.QUANTITIES;
    }

    @Override
    public LinearModel fit(Training training) {
        if (!(training.target() instanceof Target.Classes)) {
            throw SlipwayException.usage(
                    "TRAIN-NOT-CLASSES",
                    "logistic regression tells classes apart, and the target has none",
                    "candidate logistic",
                    "use a candidate such as linear, ridge or forest, or name a column of classes under data.target");
        }
        var columns = Matrix.numericColumns(training.table());
        int classes = training.target().labels().size();
        var functions = regression.fit(
                SparseRows.of(training.table(), columns),
                classes,
                training.labels(),
                RowWeights.of(classWeights.applied(training).weights()),
                deadline::over);
        return new LinearModel(
                columns,
                Collections.nCopies(columns.size(), SparseRows.STAND_IN),
                classes == 2 ? Answer.PROBABILITY : Answer.CLASSES,
                functions);
    }
}
