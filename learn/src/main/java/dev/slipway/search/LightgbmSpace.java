package dev.slipway.search;

import dev.slipway.algorithm.BoostedTrees;
import dev.slipway.algorithm.Boosting;
import dev.slipway.algorithm.Guidance;
import dev.slipway.algorithm.LightgbmParams;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Trees by LightGBM with parameters between bounds; the first try are the parameters that do well unseen. */
public record LightgbmSpace(
        Between trees,
        Between leaves,
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
        var usual = LightgbmParams.defaults(seed, threads);
        return draw(
                (int) trees.clamp(usual.trees()),
                (int) leaves.clamp(usual.leaves()),
                rate.clamp(usual.rate()),
                rows.clamp(usual.rowShare()),
                columns.clamp(usual.columnShare()));
    }

    @Override
    public Draw next(SplittableRandom random) {
        return draw(
                (int) Math.rint(Drawn.logarithmic(random, trees.low(), trees.high())),
                (int) Math.rint(Drawn.logarithmic(random, leaves.low(), leaves.high())),
                Drawn.logarithmic(random, rate.low(), rate.high()),
                Drawn.even(random, rows.low(), rows.high()),
                Drawn.even(random, columns.low(), columns.high()));
    }

    @Override
    public boolean searchable() {
        return trees.open() || leaves.open() || rate.open() || rows.open() || columns.open();
    }

    private Draw draw(int treeCount, int mostLeaves, double step, double rowShare, double columnShare) {
        var usual = LightgbmParams.defaults(seed, threads);
        var params = new LightgbmParams(
                treeCount, mostLeaves, step, rowShare, columnShare, usual.lambda(), usual.minRows(), seed, threads);
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("trees", Integer.toString(treeCount));
        parameters.put("leaves", Integer.toString(mostLeaves));
        parameters.put("rate", Double.toString(step));
        parameters.put("rows", Double.toString(rowShare));
        parameters.put("columns", Double.toString(columnShare));
        return new Draw(new BoostedTrees(params, guidance, boosting), parameters);
    }
}
