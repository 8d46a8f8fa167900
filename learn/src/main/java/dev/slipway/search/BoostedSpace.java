package dev.slipway.search;

import dev.slipway.algorithm.BoostedTrees;
import dev.slipway.algorithm.Boosting;
import dev.slipway.algorithm.Guidance;
import dev.slipway.algorithm.LightgbmParams;
import dev.slipway.algorithm.TreeParams;
import dev.slipway.algorithm.XgboostParams;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Boosted trees with parameters between bounds, of the library that grows them; the first try are the parameters that do well
 * unseen.
 *
 * @param size the most of one tree: its depth for XGBoost, its leaves for LightGBM
 */
public record BoostedSpace(
        Between trees,
        Between size,
        Between rate,
        Between rows,
        Between columns,
        Guidance guidance,
        long seed,
        int threads,
        Boosting boosting)
        implements Space {
    @Override
    public Draw first() {
        var usual = usual();
        return draw(
                (int) trees.clamp(usual.trees()),
                (int) size.clamp(usual.size()),
                rate.clamp(usual.rate()),
                rows.clamp(usual.rowShare()),
                columns.clamp(usual.columnShare()));
    }

    @Override
    public Draw next(SplittableRandom random) {
        return draw(
                (int) Math.rint(Drawn.logarithmic(random, trees.low(), trees.high())),
                size(random),
                Drawn.logarithmic(random, rate.low(), rate.high()),
                Drawn.even(random, rows.low(), rows.high()),
                Drawn.even(random, columns.low(), columns.high()));
    }

    private TreeParams usual() {
        return switch (boosting.library()) {
            case XGBOOST -> XgboostParams.defaults(seed, threads);
            case LIGHTGBM -> LightgbmParams.defaults(seed, threads);
        };
    }

    /** Leaves double with each level, so they are drawn by their logarithm. */
    private int size(SplittableRandom random) {
        return switch (boosting.library()) {
            case XGBOOST -> Drawn.whole(random, size.low(), size.high());
            case LIGHTGBM -> (int) Math.rint(Drawn.logarithmic(random, size.low(), size.high()));
        };
    }

    @Override
    public boolean searchable() {
        return trees.open() || size.open() || rate.open() || rows.open() || columns.open();
    }

    private Draw draw(int treeCount, int most, double step, double rowShare, double columnShare) {
        var params = usual().sized(treeCount, most, step, rowShare, columnShare);
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("trees", Integer.toString(treeCount));
        parameters.put(params.sizeName(), Integer.toString(most));
        parameters.put("rate", Double.toString(step));
        parameters.put("rows", Double.toString(rowShare));
        parameters.put("columns", Double.toString(columnShare));
        return new Draw(new BoostedTrees(params, guidance, boosting), parameters);
    }
}
