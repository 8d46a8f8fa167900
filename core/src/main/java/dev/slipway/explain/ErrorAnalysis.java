package dev.slipway.explain;

import dev.slipway.explain.ErrorGroups.BadAnswer;
import dev.slipway.metric.Answers;
import dev.slipway.statistic.ExactSum;
import dev.slipway.table.Table;
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
        int worst = (int) Math.ceil(worstShare * order.length);
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

    private static BadAnswer bad(int row, List<String> labels, Answers answers, double loss) {
        return labels.isEmpty()
                ? new BadAnswer(row, Double.toString(answers.truth(row)), answers.answer(row), loss)
                : new BadAnswer(
                        row, labels.get(answers.label(row)), answers.probability(row, answers.label(row)), loss);
    }
}
