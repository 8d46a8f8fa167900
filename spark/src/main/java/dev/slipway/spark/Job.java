package dev.slipway.spark;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.sql.SparkSession;

/** One verb as Spark runs it: what it is called on Spark's pages, how it is interrupted, and what its failures mean. */
final class Job {
    private static final String GROUP = "spark.jobGroup.id";
    private static final String DESCRIPTION = "spark.job.description";
    private static final String INTERRUPT = "spark.job.interruptOnCancel";

    private final SparkContext context;
    private final String description;

    Job(SparkSession session, String description) {
        context = session.sparkContext();
        this.description = description;
    }

    /** A failure that comes again however often Spark tries; any other is thrown on, for Spark to try again. */
    static RuntimeException refusal(RuntimeException failure) {
        boolean transientFailure = failure instanceof SlipwayException known
                && (known.kind() == SlipwayException.Kind.FAILED || known.kind() == SlipwayException.Kind.BUSY);
        if (transientFailure || failure instanceof TaskKilledException) {
            throw failure;
        }
        return failure;
    }

    <T> T run(Supplier<T> work) {
        var group = "slipway-" + UUID.randomUUID();
        var before = new TreeMap<String, String>();
        for (var key : new String[] {GROUP, DESCRIPTION, INTERRUPT}) {
            var value = context.getLocalProperty(key);
            if (value != null) {
                before.put(key, value);
            }
        }
        context.setJobGroup(group, description, true);
        try {
            return work.get();
        } catch (Exception e) {
            // Scala throws what it does not declare.
            throw explained(e, group);
        } finally {
            restore(before);
        }
    }

    private RuntimeException explained(Exception thrown, String group) {
        if (thrown instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
            context.cancelJobGroup(group);
            Thread.currentThread().interrupt();
            return SlipwayException.failed(
                    "ENGINE-INTERRUPTED", "the work was interrupted", "this process", "start it again");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SlipwayException known) {
                return known;
            }
        }
        boolean sparks = thrown.getClass().getName().startsWith("org.apache.spark.");
        if (thrown instanceof RuntimeException ours && !sparks) {
            return ours;
        }
        var said = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("no reason given");
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "SPARK-FAILED",
                        "Spark gave up: " + said,
                        description,
                        "look at the failed stage on Spark's pages, then try again"),
                thrown);
    }

    private void restore(Map<String, String> before) {
        context.clearJobGroup();
        before.forEach(context::setLocalProperty);
    }
}
