package dev.slipway.algorithm;

import dev.slipway.algorithm.TrainingWorker.Growth;
import dev.slipway.model.Estimator;
import dev.slipway.model.Matrix;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Gradient-boosted trees by a native library, answered by our own scorer; missing numbers are left to the trees. */
public record BoostedTrees(TreeParams params, Guidance guidance, Boosting boosting) implements Estimator {
    public BoostedTrees(TreeParams params, Boosting boosting) {
        this(params, Guidance.NONE, boosting);
    }

    @Override
    public TreeModel fit(Training training) {
        var columns = Matrix.numericColumns(training.table());
        var weighed = training.target() instanceof Target.Classes ? boosting.weighed(training, guidance) : training;
        var settings = new TreeMap<>(params.settings(Objective.of(training)));
        if (!guidance.monotone().isEmpty()) {
            settings.put(TreeParams.MONOTONE, params.monotone(directions(training, columns)));
        }
        var most = new Growth(params.trees(), settings);
        int rounds = guidance.patience() == 0
                ? params.trees()
                : boosting.rounds(weighed, columns, most, guidance.patience());
        return new TreeModel(columns, params.read(boosting.grow(weighed, columns, new Growth(rounds, settings))));
    }

    /** One for each feature: a column of vectors has as many as it has places. */
    private List<Integer> directions(Training training, List<String> columns) {
        guidance.monotone().keySet().stream()
                .filter(name -> !columns.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw SlipwayException.usage(
                            "TRAIN-MONOTONE",
                            "no column '%s' reaches the trees%s".formatted(name, Nearest.hint(name, columns)),
                            "candidate %s, 'monotone'"
                                    .formatted(params.library().candidate()),
                            "use one of: " + String.join(", ", columns));
                });
        var directions = new ArrayList<Integer>();
        for (var name : columns) {
            int width = Matrix.width(training.table(), List.of(name));
            directions.addAll(Collections.nCopies(width, guidance.monotone().getOrDefault(name, 0)));
        }
        return directions;
    }
}
