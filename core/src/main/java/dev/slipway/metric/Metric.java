package dev.slipway.metric;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A number that says how good answers are. An id is one metric within a task; tasks may share an id where it means the same,
 * as {@code accuracy} does.
 */
public sealed interface Metric permits BinaryMetric, ClassesMetric, NumberMetric, UnlabelledMetric {
    /** The word in {@code slipway.yaml}, in reports and in the database, such as {@code roc_auc}. */
    String id();

    boolean higherIsBetter();

    /**
     * The value for these answers, the same bits for any order of the rows; absent where it has no meaning: no rows, no
     * weight, or what the metric's own words say.
     *
     * @throws IllegalArgumentException for answers of another task
     */
    OptionalDouble of(Answers answers);

    /** Whether the first value is strictly the better one; a value that is not a number never is. */
    default boolean isBetter(double value, double than) {
        boolean above = higherIsBetter() ? value > than : value < than;
        return above || (Double.isNaN(than) && !Double.isNaN(value));
    }

    /**
     * The metrics of a task, in the order they are shown.
     *
     * @param classes how many classes there are to choose from; 1 (or 0) where a number is answered
     */
    static List<Metric> forClasses(int classes) {
        return classes < 2
                ? List.of(NumberMetric.values())
                : List.of(classes == 2 ? BinaryMetric.values() : ClassesMetric.values());
    }

    /**
     * The metric of a task with this id.
     *
     * @param classes as in {@link #forClasses}
     * @param where the file and key, or the option, that named it
     */
    static Metric named(String id, int classes, String where) {
        return named(id, forClasses(classes), where);
    }

    /**
     * The one of these metrics with this id.
     *
     * @param where the file and key, or the option, that named it
     */
    static Metric named(String id, List<Metric> task, String where) {
        return task.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id, where, task));
    }

    /**
     * The first metric of any task with this id: enough to know its direction, which tasks agree on.
     *
     * @param where the file and key, or the option, that named it
     */
    static Metric named(String id, String where) {
        return all().filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id, where, all().toList()));
    }

    /** Every metric of every task, in the order they are shown. */
    static Stream<Metric> all() {
        return Stream.of(
                        BinaryMetric.values(), ClassesMetric.values(), NumberMetric.values(), UnlabelledMetric.values())
                .flatMap(Arrays::stream);
    }

    private static SlipwayException unknown(String id, String where, List<Metric> metrics) {
        var known = metrics.stream().map(Metric::id).distinct().toList();
        return SlipwayException.usage(
                "METRIC-UNKNOWN",
                "there is no metric '%s'%s".formatted(id, Nearest.hint(id, known)),
                where,
                "use one of: " + String.join(", ", known));
    }
}
