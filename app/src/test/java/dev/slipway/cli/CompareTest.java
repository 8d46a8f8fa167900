package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CompareTest {
    @Test
    void every_candidate_has_its_costs_and_the_front_is_marked(@TempDir Path folder) throws IOException {
        var desk = new Desk(folder);
        desk.project(400);
        assertThat(desk.slipway("train").code()).isZero();

        var seen = desk.slipway("compare");
        var runs = Document.json(
                        "compare", desk.slipway("compare", "--json").out().getBytes(StandardCharsets.UTF_8))
                .root()
                .mapping();

        assertThat(seen.out())
                .contains("p99 ms", "rows/s", "size", "memory", "fit s")
                .contains(" of 3: no other is as good in roc_auc, p99, size and fit and better in one of them")
                .containsPattern("(?m)^  \\*\\+? +[a-z]+ ");
        assertThat(runs.names()).containsExactly("runs", "metric", "pareto");
        for (var run : runs.list("runs")) {
            var metrics = run.mapping().mapping("metrics");
            for (var cost : new String[] {
                "fit_seconds", "latency_p50_ms", "latency_p99_ms", "batch_rows_per_s", "resident_bytes", "size_bytes"
            }) {
                assertThat(metrics.number(cost)).as(cost).isPositive();
            }
        }
    }
}
