package dev.slipway.analysis;

import dev.slipway.metric.Answers;
import dev.slipway.metric.Metric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile intervals by resampling rows with replacement (Efron 1979). Rows of a class are drawn among themselves, as many
 * as there are, so that no resample lacks a class. The same seed gives the same bits for any number of threads. The models are
 * not fitted again: the interval says what other rows to judge by would change, not what other rows to learn from would.
 *
 * @param resamples at least 100; fewer are drawn, but 200, where rows times resamples would exceed twenty million
 * @param level above 0, below 1
 */
public record Bootstrap(int resamples, double level, long seed) {
    /** What is used where nobody says otherwise: 1,000 resamples, 95 %. */
    public static final Bootstrap STANDARD = new Bootstrap(1_000, 0.95, 42);

    private static final long MOST_WORK = 20_000_000;
    private static final int LEAST = 200;

    public Bootstrap {
        if (resamples < 100 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(resamples + " resamples, level " + level);
        }
    }

    /** Many figures of a set of rows, which may name a row twice; NaN where one has no meaning. */
    public interface Figures {
        double[] of(int... rows);
    }

    /** The interval of a metric; absent where it has no meaning for more than a tenth of the resamples. */
    public Optional<Interval> of(Metric metric, Answers answers) {
        // Rows that lie in the order of their scores are sorted again in one pass by whatever ranks them.
        var rising = answers.rows(rising(answers));
        return of(strata(rising), rows ->
                        new double[] {metric.of(rising.rows(rows)).orElse(Double.NaN)})
                .get(0);
    }

    private static int[] rising(Answers answers) {
        return IntStream.range(0, answers.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(answers::answer))
                .mapToInt(row -> row)
                .toArray();
    }

    /**
     * The interval of what the first answers score more than the second: of the same rows, in the same order. If it does not
     * hold 0, the better one is better.
     */
    public Optional<Interval> difference(Metric metric, Answers first, Answers second) {
        if (first.rows() != second.rows()
                || IntStream.range(0, first.rows()).anyMatch(row -> first.truth(row) != second.truth(row))) {
            throw new IllegalArgumentException("both must answer the same rows");
        }
        return of(strata(first), rows -> new double[] {
                    metric.of(first.rows(rows)).orElse(Double.NaN)
                            - metric.of(second.rows(rows)).orElse(Double.NaN)
                })
                .get(0);
    }

    /** The class of each row; numbers are all of one. */
    static int[] strata(Answers answers) {
        return IntStream.range(0, answers.rows())
                .map(row -> answers.classes() > 1 ? answers.label(row) : 0)
                .toArray();
    }

    /**
     * The intervals of many figures, all of the same resamples.
     *
     * @param stratumOfRow small numbers from 0; rows are drawn among those of the same
     */
    public List<Optional<Interval>> of(int[] stratumOfRow, Figures figures) {
        if (stratumOfRow.length == 0) {
            return IntStream.range(0, figures.of().length)
                    .mapToObj(figure -> Optional.<Interval>empty())
                    .toList();
        }
        int[][] strata = members(stratumOfRow);
        int draws = (int) Math.min(resamples, Math.max(LEAST, MOST_WORK / stratumOfRow.length));
        double[][] drawn = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> figures.of(drawn(strata, stratumOfRow.length, seed + draw)))
                .toArray(double[][]::new);
        return IntStream.range(0, drawn[0].length)
                .mapToObj(figure -> interval(Arrays.stream(drawn)
                        .mapToDouble(values -> values[figure])
                        .toArray()))
                .toList();
    }

    private static int[][] members(int... stratumOfRow) {
        int strata = 1 + IntStream.of(stratumOfRow).max().orElse(-1);
        return IntStream.range(0, strata)
                .mapToObj(stratum -> IntStream.range(0, stratumOfRow.length)
                        .filter(row -> stratumOfRow[row] == stratum)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** One resample, its rows in rising order. */
    private static int[] drawn(int[][] strata, int rows, long seed) {
        var random = new SplittableRandom(seed);
        var times = new int[rows];
        for (int[] members : strata) {
            for (int draw = 0; draw < members.length; draw++) {
                times[members[random.nextInt(members.length)]]++;
            }
        }
        var drawn = new int[rows];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            Arrays.fill(drawn, next, next + times[row], row);
            next += times[row];
        }
        return drawn;
    }

    private Optional<Interval> interval(double... drawn) {
        double[] values = Arrays.stream(drawn)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (values.length * 10 < drawn.length * 9) {
            return Optional.empty();
        }
        return Optional.of(new Interval(
                quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2), level, drawn.length));
    }

    /** Between the two nearest, by where it lies between them. */
    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, rising.length - 1);
        return rising[below] == rising[above]
                ? rising[below]
                : rising[below] + (place - below) * (rising[above] - rising[below]);
    }
}
