package dev.slipway.explain;

import dev.slipway.metric.Metric;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Training;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How much worse the answers get when a column of the data says something about another row (Breiman 2001, Fisher et al.
 * 2019). It sees what the whole pipeline makes of a column, and is fair for any model; but of two columns that say the same
 * each looks unimportant as long as the other is there.
 *
 * @param repeats how many times each column is dealt anew; the interval is of the mean over them, for these rows
 */
public record Permutation(Metric metric, int repeats, Reordering reordering) {
    /** Ten shuffles. */
    public static Permutation shuffled(Metric metric, long seed) {
        return new Permutation(metric, 10, Reordering.shuffled(seed));
    }

    /**
     * For each column of the data that the answers depend on, the most important first. Positive where the answers get
     * worse, whichever way the metric points.
     *
     * @param rows that the pipeline did not learn from, or the figures flatter it
     */
    public List<Importance> of(FittedPipeline pipeline, Training rows) {
        return of(pipeline, rows, pipeline.inputs());
    }

    /** The same for these columns only. */
    public List<Importance> of(FittedPipeline pipeline, Training rows, Collection<String> columns) {
        double score = score(pipeline, rows);
        var importances = new ArrayList<Importance>();
        var names = rows.table().names().stream().filter(columns::contains).toList();
        for (int place = 0; place < names.size(); place++) {
            var column = rows.table().column(names.get(place));
            var measured = new double[repeats];
            for (int repeat = 0; repeat < repeats; repeat++) {
                int[] order = reordering.order(rows.rows(), place, repeat);
                double other = score(pipeline, rows.with(rows.table().with(column.rows(order))));
                measured[repeat] = metric.higherIsBetter() ? score - other : other - score;
            }
            importances.add(Importance.of(column.name(), measured));
        }
        return importances.stream().sorted(Importance.FIRST).toList();
    }

    private double score(FittedPipeline pipeline, Training rows) {
        return metric.of(rows.judge(pipeline.predict(rows.table()))).orElse(Double.NaN);
    }
}
