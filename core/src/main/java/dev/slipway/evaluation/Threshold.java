package dev.slipway.evaluation;

import dev.slipway.metric.Answers;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Which probability to act from. */
final class Threshold {
    static final double HALF = 0.5;

    /** Nobody's probability reaches it: the least number above 1. */
    static final double NOBODY = Math.nextUp(1.0);

    private Threshold() {}

    /**
     * The threshold with the greatest total gain, of equals the highest: halfway between the last probability that is acted
     * on and the next, so that a little noise changes nothing; 0 to act on everybody, above 1 to act on nobody. The order of
     * the rows does not matter.
     *
     * @param gain of acting on a row instead of leaving it
     */
    static double best(Answers answers, IntToDoubleFunction gain) {
        int[] falling = IntStream.range(0, answers.rows())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> -answers.answer(row))
                        .thenComparingDouble(gain::applyAsDouble))
                .mapToInt(row -> row)
                .toArray();
        double best = NOBODY;
        double most = 0;
        double gained = 0;
        for (int at = 0; at < falling.length; at++) {
            double score = answers.answer(falling[at]);
            double next = at + 1 == falling.length ? Double.NaN : answers.answer(falling[at + 1]);
            gained += gain.applyAsDouble(falling[at]);
            if (score != next && gained > most) {
                most = gained;
                best = Double.isNaN(next) ? 0 : between(score, next);
            }
        }
        return best;
    }

    private static double between(double score, double next) {
        double middle = next + (score - next) / 2;
        return middle > next ? middle : score;
    }
}
