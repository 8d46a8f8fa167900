package dev.slipway.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Positive and negative rows in the order of their scores, from the highest down, equal scores together: how much of both
 * lies at each score and above. Without weights every figure is a whole number and exact; with them rows of one score are
 * added in the order of their weights, so that the order of rows cannot be seen. Immutable, thread-safe.
 */
final class Ranking {
    private final double[] scores;
    private final double[] positives;
    private final double[] negatives;

    private Ranking(double[] scores, double[] positives, double[] negatives) {
        this.scores = scores;
        this.positives = positives;
        this.negatives = negatives;
    }

    /** The rows of two classes by the probability of the second. */
    static Ranking of(Answers answers) {
        if (answers.classes() != 2) {
            throw new IllegalArgumentException(answers.classes() + " classes cannot be ranked");
        }
        return of(answers, 1, answers::label);
    }

    /**
     * The rows by the probability of a class.
     *
     * @param side of a row: 1 is positive, 0 negative, anything else is left out
     */
    static Ranking of(Answers answers, int label, IntUnaryOperator side) {
        int[] rows = IntStream.range(0, answers.rows())
                .filter(row -> (side.applyAsInt(row) | 1) == 1)
                .toArray();
        // Adding zero makes one zero of both.
        double[] rising = IntStream.of(rows)
                .mapToDouble(row -> answers.probability(row, label) + 0.0)
                .sorted()
                .distinct()
                .toArray();
        var positives = new double[rising.length];
        var negatives = new double[rising.length];
        for (int row : byWeight(answers, rows)) {
            int at = rising.length - 1 - Arrays.binarySearch(rising, answers.probability(row, label) + 0.0);
            (side.applyAsInt(row) == 1 ? positives : negatives)[at] += answers.weight(row);
        }
        addUp(positives);
        addUp(negatives);
        return new Ranking(falling(rising), positives, negatives);
    }

    private static int[] byWeight(Answers answers, int... rows) {
        return answers.isWeighted()
                ? IntStream.of(rows)
                        .boxed()
                        .sorted(Comparator.comparingDouble(answers::weight))
                        .mapToInt(row -> row)
                        .toArray()
                : rows;
    }

    private static void addUp(double... parts) {
        for (int at = 1; at < parts.length; at++) {
            parts[at] += parts[at - 1];
        }
    }

    private static double[] falling(double... rising) {
        return IntStream.rangeClosed(1, rising.length)
                .mapToDouble(back -> rising[rising.length - back])
                .toArray();
    }

    int size() {
        return scores.length;
    }

    double positives() {
        return scores.length == 0 ? 0 : positives[scores.length - 1];
    }

    double negatives() {
        return scores.length == 0 ? 0 : negatives[scores.length - 1];
    }

    double score(int at) {
        return scores[at];
    }

    /** The weight of the positives with this score or a higher one; none lie above the first. */
    double positives(int at) {
        return at < 0 ? 0 : positives[at];
    }

    double negatives(int at) {
        return at < 0 ? 0 : negatives[at];
    }

    /** The chance that a positive scores above a negative, ties counting half; NaN where one of both is missing. */
    double area() {
        double halves = 0;
        for (int at = 0; at < size(); at++) {
            halves += (negatives(at) - negatives(at - 1)) * (positives(at) + positives(at - 1));
        }
        return halves / 2 / positives() / negatives();
    }

    /** The sum of each gain in recall times the precision it is had at, without interpolation; NaN without positives. */
    double averagePrecision() {
        double sum = 0;
        for (int at = 0; at < size(); at++) {
            double found = positives(at) - positives(at - 1);
            sum += found == 0 ? 0 : found * (positives(at) / (positives(at) + negatives(at)));
        }
        return sum / positives();
    }

    /** The widest gap between the shares of positives and of negatives at a score and above; NaN where one is missing. */
    double widestGap() {
        return IntStream.range(0, size())
                .mapToDouble(at -> Math.abs(positives(at) / positives() - negatives(at) / negatives()))
                .max()
                .orElse(Double.NaN);
    }
}
