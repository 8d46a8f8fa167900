package dev.slipway.metric;

import dev.slipway.statistic.ExactSum;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far probabilities of the positive class keep their word: rows in bins by what was answered, each with what was answered
 * and what happened on average. Empty bins are left out.
 *
 * @param bins by rising probability
 */
public record Calibration(List<Bin> bins) {
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Rows that were answered alike.
     *
     * @param bin its place, from 0; places of empty bins are skipped
     * @param weight of its rows: their number where all weigh one
     * @param predicted their mean probability
     * @param happened the share of them that is positive
     */
    public record Bin(int bin, int rows, double weight, double predicted, double happened) {
        double gap() {
            return Math.abs(predicted - happened);
        }
    }

    /** Bins of equal width from 0 to 1; a probability on an edge belongs to the lower bin. */
    public static Calibration uniform(Answers answers, int bins) {
        return of(
                answers,
                IntStream.range(1, bins)
                        .mapToDouble(edge -> (double) edge / bins)
                        .toArray());
    }

    /** Bins of about as many rows, by linear quantiles; a probability on an edge belongs to the lower bin. */
    public static Calibration quantile(Answers answers, int bins) {
        double[] rising = IntStream.range(0, answers.rows())
                .mapToDouble(answers::answer)
                .sorted()
                .toArray();
        return of(
                answers,
                IntStream.range(1, bins)
                        .mapToDouble(edge -> quantile(rising, (double) edge / bins))
                        .toArray());
    }

    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        double next = rising[Math.min(below + 1, rising.length - 1)];
        return rising[below] + (place - below) * (next - rising[below]);
    }

    private static Calibration of(Answers answers, double... inner) {
        if (answers.classes() != 2) {
            throw new IllegalArgumentException("calibration is of two classes");
        }
        int[] binOfRow = IntStream.range(0, answers.rows())
                .map(row -> (int) Arrays.stream(inner)
                        .filter(edge -> edge < answers.answer(row))
                        .count())
                .toArray();
        return new Calibration(IntStream.rangeClosed(0, inner.length)
                .filter(bin -> IntStream.of(binOfRow).anyMatch(of -> of == bin))
                .mapToObj(bin -> bin(
                        bin,
                        answers.rows(IntStream.range(0, binOfRow.length)
                                .filter(row -> binOfRow[row] == bin)
                                .toArray())))
                .toList());
    }

    private static Bin bin(int bin, Answers inside) {
        return new Bin(bin, inside.rows(), inside.weight(), inside.mean(inside::answer), inside.mean(inside::label));
    }

    /** The mean gap, each bin by its weight (ECE). */
    public double expectedError() {
        return mean(Bin::gap);
    }

    /** The widest gap of any bin (MCE); 0 without bins. */
    public double largestError() {
        return bins.stream().mapToDouble(Bin::gap).max().orElse(0);
    }

    /** The share of positives. */
    public double baseRate() {
        return mean(Bin::happened);
    }

    /** The mean squared gap: what the Brier score would lose if each bin kept its word (Murphy 1973). */
    public double reliability() {
        return mean(bin -> bin.gap() * bin.gap());
    }

    /** How far what happens in the bins lies from the base rate, squared: what telling rows apart takes off the Brier score. */
    public double resolution() {
        double base = baseRate();
        return mean(bin -> (bin.happened() - base) * (bin.happened() - base));
    }

    /** The Brier score of always answering the base rate. Brier = reliability - resolution + uncertainty, but for what differs within bins. */
    public double uncertainty() {
        return baseRate() * (1 - baseRate());
    }

    private double mean(ToDoubleFunction<Bin> figure) {
        double weight = bins.stream().mapToDouble(Bin::weight).sum();
        return ExactSum.of(bins.size(), at -> bins.get(at).weight() * figure.applyAsDouble(bins.get(at)))
                        .value()
                / weight;
    }
}
