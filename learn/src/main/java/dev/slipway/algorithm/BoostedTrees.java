package dev.slipway.algorithm;

import dev.slipway.model.Estimator;
import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.tree.XgboostTrees;

/** Gradient-boosted trees by XGBoost, answered by our own scorer; missing numbers are left to the trees. */
public record BoostedTrees(XgboostParams params, Boosting boosting) implements Estimator {
    @Override
    public TreeModel fit(Training training) {
        var columns = Matrix.numericColumns(training.table());
        return new TreeModel(
                columns, XgboostTrees.read(boosting.grow(training, columns, params.growth(Objective.of(training)))));
    }
}
