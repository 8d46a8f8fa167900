package dev.slipway.cluster;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.SideBySide;
import dev.slipway.model.Estimator;
import dev.slipway.model.IsolationModel;
import dev.slipway.model.Matrix;
import dev.slipway.model.Training;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.tree.Forest;
import dev.slipway.tree.Tree;
import dev.slipway.tree.Trees.Answer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds rows that few random questions set apart from the others (Liu, Ting and Zhou 2008): each tree asks them of a small
 * sample, about a column drawn at random and a border drawn between its extremes. The fewer questions, the stranger the row.
 *
 * @param trees how many
 * @param sample rows that each tree is grown on
 * @param seed decides every draw; a tree's own depends on its place alone, so any number of threads grows the same forest
 * @param deadline asked before each tree
 */
public record IsolationForest(int trees, int sample, long seed, int threads, Deadline deadline) implements Estimator {
    /** What the paper found to be enough. */
    public static final int USUAL_SAMPLE = 256;

    public IsolationForest {
        if (trees < 1 || trees > 10_000 || sample < 2 || sample > 100_000) {
            throw new SlipwayException(
                    SlipwayException.Kind.USAGE,
                    List.of(new Problem(
                            "TRAIN-PARAMETER",
                            "%d trees of %d rows".formatted(trees, sample),
                            "candidate isolation",
                            "set trees to a value from 1 to 10000, and sample from 2 to 100000")));
        }
    }

    @Override
    public IsolationModel fit(Training training) {
        var columns = Matrix.numericColumns(training.table());
        int features = Matrix.width(training.table(), columns);
        if (training.rows() < 2) {
            throw SlipwayException.refused(
                    "TRAIN-ROWS-FEW",
                    "a row is strange among others, and there is only one",
                    "the training data of candidate isolation",
                    "bring more rows");
        }
        double[] matrix = Matrix.doubles(training.table(), columns);
        int drawn = Math.min(sample, training.rows());
        long[] seeds = new SplittableRandom(seed).longs(trees).toArray();
        List<Tree> grown = SideBySide.of(trees, threads, tree -> {
            if (deadline.over()) {
                throw new BudgetOver(
                        "an isolation forest was told to stop after %d of %d trees".formatted(tree, trees));
            }
            return new Isolation(matrix, features, drawn, seeds[tree]).grow();
        });
        return new IsolationModel(columns, Forest.of(features, Answer.NUMBER, grown), drawn);
    }
}
