package dev.slipway.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What answers save of the spread the truth has about its own middle. */
final class Spread {
    private Spread() {}

    /** Share of the squared distances to the mean that is saved, each error less a constant; of no spread all or nothing. */
    static double explained(Answers answers, double constant) {
        double left = answers.total(row -> square(answers.answer(row) - answers.truth(row) - constant));
        double mean = answers.mean(answers::truth);
        return saved(left, isConstant(answers) ? 0 : answers.total(row -> square(answers.truth(row) - mean)));
    }

    /** Share of the distances to the median that is saved; of no spread all or nothing. */
    static double saved(Answers answers) {
        double median = median(answers, answers::truth);
        return saved(
                answers.total(row -> Math.abs(answers.answer(row) - answers.truth(row))),
                answers.total(row -> Math.abs(answers.truth(row) - median)));
    }

    private static double saved(double left, double whole) {
        return whole > 0 ? 1 - left / whole : left > 0 ? 0 : 1;
    }

    /** Asked of the values themselves: the rounding of their mean would look like a spread. */
    private static boolean isConstant(Answers answers) {
        return !answers.any(row -> answers.truth(row) != answers.truth(0));
    }

    /**
     * The middle value, the mean of both where two are; with weights the least value that half of the weight does not exceed,
     * as scikit-learn has it.
     */
    static double median(Answers answers, IntToDoubleFunction figure) {
        double[] values = IntStream.range(0, answers.rows()).mapToDouble(figure).toArray();
        return answers.isWeighted() ? weighedMedian(answers, values) : plainMedian(values);
    }

    private static double plainMedian(double... values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static double weighedMedian(Answers answers, double... values) {
        int[] rising = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> values[row]).thenComparingDouble(answers::weight))
                .mapToInt(row -> row)
                .toArray();
        double half = answers.weight() / 2;
        double below = 0;
        for (int row : rising) {
            below += answers.weight(row);
            if (below >= half) {
                return values[row];
            }
        }
        return values[rising[rising.length - 1]];
    }

    private static double square(double value) {
        return value * value;
    }
}
