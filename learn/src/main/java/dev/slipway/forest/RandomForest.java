package dev.slipway.forest;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.SideBySide;
import dev.slipway.model.Estimator;
import dev.slipway.model.Matrix;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.model.TreeModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Forest;
import dev.slipway.tree.Tree;
import dev.slipway.tree.Trees.Answer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random forest (Breiman 2001): trees grown on rows drawn with putting back, each question the best among a few features
 * drawn for it; the answer is the mean of theirs. Missing numbers go where the rows that lack them are told apart best.
 *
 * @param seed decides every draw; a tree's own depends on its place alone, so any number of threads grows the same forest
 * @param deadline asked before each tree, and while a large one grows
 */
public record RandomForest(ForestParams params, ClassWeights classWeights, long seed, int threads, Deadline deadline)
        implements Estimator {
    @Override
    public TreeModel fit(Training training) {
        var columns = Matrix.numericColumns(training.table());
        int features = Matrix.width(training.table(), columns);
        return new TreeModel(columns, Forest.of(features, answer(training.target()), grow(training, columns)));
    }

    private static Answer answer(Target target) {
        if (target instanceof Target.Unlabelled) {
            throw SlipwayException.usage(
                    "TRAIN-UNLABELLED",
                    "a forest learns from answers, and the data have none",
                    "candidate forest",
                    "name a column under data.target, or use a candidate such as kmeans or isolation");
        }
        int classes = target.labels().size();
        return classes == 0 ? Answer.NUMBER : classes == 2 ? Answer.PROBABILITY : Answer.CLASSES;
    }

    private List<Tree> grow(Training training, List<String> columns) {
        var lesson = Lesson.of(training.target() instanceof Target.Classes ? classWeights.applied(training) : training);
        params.requireRoom(
                lesson.rows(), lesson.isQuantity(), Runtime.getRuntime().maxMemory());
        var rows = BinnedRows.of(training.table(), columns);
        long[] seeds = new SplittableRandom(seed).longs(params.trees()).toArray();
        return SideBySide.of(params.trees(), threads, tree -> {
            if (deadline.over()) {
                throw new BudgetOver("a forest was told to stop after %d of %d trees".formatted(tree, seeds.length));
            }
            return new Grower(rows, lesson, params, seeds[tree], deadline).grow();
        });
    }
}
