package dev.slipway.explain;

import dev.slipway.statistic.ExactSum;
import java.util.Comparator;
import java.util.List;

/**
 * How much a column matters, in the unit of whatever measured it.
 *
 * @param column of the data, or several joined by "and" where only their combination can be measured
 * @param mean over what was repeated: shuffles, rows or folds
 * @param low the lower end of the 95 % interval of the mean
 * @param high the upper end
 */
public record Importance(String column, double mean, double low, double high) {
    /** The most important first. */
    static final Comparator<Importance> FIRST =
            Comparator.comparingDouble((Importance each) -> -each.mean()).thenComparing(Importance::column);

    /** Two-sided 95 % points of Student's t, for 1 to 30 degrees of freedom. */
    private static final List<Double> STUDENT = List.of(
            12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
            2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042);

    private static final double NORMAL = 1.96;

    /** The mean of the measurements with its interval by Student's t; one measurement alone has no width. */
    static Importance of(String column, double... measured) {
        int count = measured.length;
        double mean = ExactSum.of(measured).value() / count;
        double squares = ExactSum.of(count, at -> (measured[at] - mean) * (measured[at] - mean))
                .value();
        double error = count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
        double reach = error * (count < 2 ? 0 : count - 1 > STUDENT.size() ? NORMAL : STUDENT.get(count - 2));
        return new Importance(column, mean, mean - reach, mean + reach);
    }
}
