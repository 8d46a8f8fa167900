package dev.slipway.analysis;

import dev.slipway.evaluation.Folds;
import dev.slipway.metric.Metric;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a model ages: by back-test, the metric against the age of what was learned. The rows are cut by time into blocks of about
 * as many; a model learns from one block alone and answers every later one. The same amount teaches at every age, so that what
 * falls is the age and not the amount.
 *
 * @param metric the figure
 * @param blocks how many the rows were cut into
 * @param ages from the block right after to the one farthest away
 */
public record Staleness(String metric, boolean higherIsBetter, int blocks, List<Age> ages) {
    public Staleness {
        ages = List.copyOf(ages);
    }

    /**
     * @param blocks how many blocks later the rows came: 1 is right after
     * @param pairs of a block that taught and one that judged, for which the metric has a meaning
     * @param mean of the metric over the pairs; absent where it has no meaning for any
     */
    public record Age(int blocks, int pairs, Optional<Double> mean) {}

    /** Of the folds that time dealt: the rows of the first fold that teach are a block, and so are those that judge in each. */
    public static Staleness of(Training data, Folds byTime, Pipeline pipeline, Metric metric) {
        var blocks = new ArrayList<Training>();
        blocks.add(data.rows(byTime.teaching(0)));
        IntStream.range(0, byTime.count()).forEach(fold -> blocks.add(data.rows(byTime.judging(fold))));
        var values = new ArrayList<List<Double>>();
        blocks.forEach(block -> values.add(new ArrayList<>()));
        for (int taught = 0; taught < blocks.size() - 1; taught++) {
            if (isOneClass(blocks.get(taught))) {
                continue;
            }
            var fitted = pipeline.fit(blocks.get(taught));
            for (int judged = taught + 1; judged < blocks.size(); judged++) {
                var block = blocks.get(judged);
                metric.of(block.judge(fitted.predict(block.table()))).ifPresent(values.get(judged - taught)::add);
            }
        }
        int count = blocks.size();
        return new Staleness(
                metric.id(),
                metric.higherIsBetter(),
                count,
                IntStream.range(1, count)
                        .mapToObj(age -> new Age(age, values.get(age).size(), mean(values.get(age))))
                        .toList());
    }

    /** Of one class nothing can be learned. */
    private static boolean isOneClass(Training block) {
        return block.target() instanceof Target.Classes
                && IntStream.of(block.labels()).distinct().count() < 2;
    }

    private static Optional<Double> mean(List<Double> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().mapToDouble(value -> value).sum() / values.size());
    }

    /** What a reader wants to know, in a sentence. */
    public String sentence() {
        var first = ages.get(0).mean();
        var last = ages.get(ages.size() - 1).mean();
        if (first.isEmpty() || last.isEmpty()) {
            return "%s has no meaning for the first or the last block".formatted(metric);
        }
        double lost = (higherIsBetter ? 1 : -1) * (first.get() - last.get());
        return String.format(
                Locale.ROOT,
                "learned from one of %d blocks, %s is %.4f in the next block and %.4f %d blocks later: %s",
                blocks,
                metric,
                first.get(),
                last.get(),
                ages.size(),
                lost > 0 ? "it ages" : "no sign that it ages");
    }
}
