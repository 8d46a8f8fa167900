package dev.slipway.search;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.forest.ForestParams;
import dev.slipway.forest.RandomForest;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random forests with parameters between bounds; a 0 among them stands for the usual, with which the search begins. */
public record ForestSpace(
        Between trees,
        Between depth,
        Between leaf,
        Between columns,
        Between rows,
        ClassWeights classWeights,
        Growing growing)
        implements Space {
    /** What is the same for all forests of a search. */
    public record Growing(long seed, int threads, Deadline deadline) {}

    @Override
    public Draw first() {
        var usual = ForestParams.DEFAULTS;
        return draw(new ForestParams(
                (int) trees.clamp(usual.trees()),
                (int) depth.clamp(usual.depth()),
                (int) leaf.clamp(usual.leaf()),
                columns.clamp(usual.columns()),
                rows.clamp(usual.rows())));
    }

    @Override
    public Draw next(SplittableRandom random) {
        return draw(new ForestParams(
                Drawn.whole(random, trees.low(), trees.high()),
                Drawn.whole(random, depth.low(), depth.high()),
                Drawn.whole(random, leaf.low(), leaf.high()),
                Drawn.even(random, columns.low(), columns.high()),
                Drawn.even(random, rows.low(), rows.high())));
    }

    @Override
    public boolean searchable() {
        return trees.open() || depth.open() || leaf.open() || columns.open() || rows.open();
    }

    private Draw draw(ForestParams params) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("trees", Integer.toString(params.trees()));
        parameters.put("depth", Integer.toString(params.depth()));
        parameters.put("leaf", params.leaf() == 0 ? "usual" : Integer.toString(params.leaf()));
        parameters.put("columns", params.columns() == 0 ? "usual" : Double.toString(params.columns()));
        parameters.put("rows", Double.toString(params.rows()));
        if (!classWeights.equals(ClassWeights.even())) {
            parameters.put("class_weight", classWeights.toString());
        }
        var forest = new RandomForest(params, classWeights, growing.seed(), growing.threads(), growing.deadline());
        return new Draw(forest, parameters);
    }
}
