package dev.slipway.explain;

import dev.slipway.explain.ErrorGroups.BadAnswer;
import dev.slipway.likeness.SharedConditions;
import dev.slipway.metric.Answers;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for what the rows have in common that a model is most wrong about. The loss of a row is minus the logarithm of the
 * probability that was given to the true class; of a number, the squared error.
 *
 * @param worstShare which part of the rows counts as the worst
 * @param shown how many of them are told one by one
 */
public record ErrorAnalysis(double worstShare, int shown) {
    /** Losses that differ by no more than this part are the same but for rounding. */
    private static final double SAME = 1e-12;

    /** A tenth of the rows; the first ten are told. */
    public static ErrorAnalysis defaults() {
        return new ErrorAnalysis(0.1, 10);
    }

    /**
     * @param table the rows as people know them, one for each answer
     * @param labels the classes; empty where numbers are answered
     * @param answers to rows that the model did not learn from, or the figures flatter it
     */
    public ErrorGroups of(Table table, List<String> labels, Answers answers) {
        double[] losses = Losses.of(answers);
        int[] order = IntStream.range(0, losses.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -losses[row])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        int worst = worst(losses, order);
        var marked = new BitSet(order.length);
        IntStream.of(order).limit(worst).forEach(marked::set);
        double all = ExactSum.of(losses).value();
        double theirs = ExactSum.of(worst, place -> losses[order[place]]).value();
        return new ErrorGroups(
                order.length,
                worst,
                worst == 0 ? 0 : losses[order[worst - 1]],
                all > 0 ? theirs / all : 0,
                IntStream.of(order)
                        .limit(Math.min(shown, worst))
                        .mapToObj(row -> bad(row, labels, answers, losses[row]))
                        .toList(),
                SharedConditions.defaults(order.length).of(table, marked));
    }

    /*
     * A rule is wrong by the same again and again, and the place of a row must not decide whether it is one of the worst. So
     * rows as wrong as the last one come in, or where they would be more than half of all, stay out with it.
     */
    private int worst(double[] losses, int... order) {
        int wanted = (int) Math.ceil(worstShare * order.length);
        if (wanted == 0) {
            return 0;
        }
        double last = losses[order[wanted - 1]];
        int as = (int)
                Arrays.stream(losses).filter(loss -> loss >= last * (1 - SAME)).count();
        int more = (int)
                Arrays.stream(losses).filter(loss -> loss > last * (1 + SAME)).count();
        return 2 * as <= order.length ? as : more;
    }

    private static BadAnswer bad(int row, List<String> labels, Answers answers, double loss) {
        return labels.isEmpty()
                ? new BadAnswer(row, Double.toString(answers.truth(row)), answers.answer(row), loss)
                : new BadAnswer(
                        row, labels.get(answers.label(row)), answers.probability(row, answers.label(row)), loss);
    }
}
