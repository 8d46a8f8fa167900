package dev.slipway.metric;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.stream.Stream;

/** A number that says how good answers are. Metrics of other tasks join the permits list as enums of their own. */
public sealed interface Metric permits BinaryMetric {
    /** The word in {@code slipway.yaml}, in reports and in the database, such as {@code roc_auc}. */
    String id();

    boolean higherIsBetter();

    /** Whether the first value is strictly the better one; a value that is not a number never is. */
    default boolean isBetter(double value, double than) {
        boolean above = higherIsBetter() ? value > than : value < than;
        return above || (Double.isNaN(than) && !Double.isNaN(value));
    }

    /**
     * The metric with this id.
     *
     * @param where the file and key, or the option, that named it
     */
    static Metric named(String id, String where) {
        return all().filter(metric -> metric.id().equals(id)).findFirst().orElseThrow(() -> unknown(id, where));
    }

    /** Every metric there is, in the order they are shown. */
    static Stream<Metric> all() {
        return Arrays.stream(BinaryMetric.values()).map(Metric.class::cast);
    }

    private static SlipwayException unknown(String id, String where) {
        var known = all().map(Metric::id).toList();
        return SlipwayException.usage(
                "METRIC-UNKNOWN",
                "there is no metric '%s'%s".formatted(id, Nearest.hint(id, known)),
                where,
                "use one of: " + String.join(", ", known));
    }
}
