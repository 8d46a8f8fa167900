package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.metric.BinaryMetric;
import dev.slipway.tracking.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    private static final Map<String, Double> NOTHING = Map.of();

    private static Run run(String name, Map<String, Double> metrics) {
        return Run.running(Run.freshId(), "ferry", name, Instant.EPOCH).withMetrics(new TreeMap<>(metrics));
    }

    private static Run run(String name, double auc, double latency, double size, double seconds) {
        return run(name, Map.of("roc_auc", auc, "latency_p99_ms", latency, "size_bytes", size, "fit_seconds", seconds));
    }

    private static List<String> front(Run... runs) {
        return new ParetoFront(BinaryMetric.ROC_AUC)
                .of(List.of(runs)).stream().map(Run::name).toList();
    }

    @Test
    void the_best_and_whatever_is_cheaper_in_something_are_on_the_front() {
        var best = run("best", 0.90, 2.0, 9e6, 30);
        var light = run("light", 0.85, 0.1, 9e3, 1);
        var heavy = run("heavy", 0.85, 0.1, 9e5, 1);
        var small = run("small", 0.60, 3.0, 1e3, 40);

        assertThat(front(best, light, heavy, small)).containsExactly("best", "light", "small");
    }

    @Test
    void times_that_nobody_would_tell_apart_are_equal() {
        var better = run("better", 0.90, 0.1014, 9e3, 1.004);
        var luckier = run("luckier", 0.89, 0.0996, 9e3, 0.998);

        assertThat(front(better, luckier)).containsExactly("better");
    }

    @Test
    void equals_stay_side_by_side() {
        assertThat(front(run("one", 0.9, 1, 1, 1), run("two", 0.9, 1, 1, 1))).containsExactly("one", "two");
    }

    @Test
    void what_was_not_measured_counts_as_the_worst() {
        var old = run("old", Map.of("roc_auc", 0.8, "latency_p99_ms", 1.0));
        var same = run("same", 0.8, 1.0, 5, 5);
        var failed = run("failed", NOTHING);

        assertThat(front(old, same, failed)).containsExactly("same");
        assertThat(front(failed)).isEmpty();
    }

    @Test
    void a_metric_of_which_less_is_better_is_read_so() {
        var front = new ParetoFront(BinaryMetric.LOG_LOSS)
                .of(List.of(run("near", Map.of("log_loss", 0.3)), run("far", Map.of("log_loss", 0.5))));

        assertThat(front).extracting(Run::name).containsExactly("near");
    }
}
