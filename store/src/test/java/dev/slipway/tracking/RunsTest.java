package dev.slipway.tracking;

import static dev.slipway.store.StoreFixture.NOON;
import static dev.slipway.store.StoreFixture.id;
import static dev.slipway.store.StoreFixture.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.store.StoreFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    @TempDir
    Path project;

    private StoreFixture fixture;
    private Runs runs;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(project);
        runs = fixture.store().runs();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_run_comes_back_as_it_was_finished() {
        var started = running(1)
                .withParams(new TreeMap<>(Map.of("depth", "3", "note", "größer; drop table run")))
                .withTags(new TreeMap<>(Map.of("commit", "")));
        var over = started.withMetrics(new TreeMap<>(Map.of("auc", 0.1 + 0.2)))
                .withModel(fixture.manifest("{}"))
                .ended(RunStatus.FINISHED, NOON.plusNanos(1));

        runs.start(started);
        assertThat(runs.find(id(1))).contains(started);
        runs.finish(over);

        assertThat(fixture.reopened().runs().find(id(1))).contains(over);
    }

    @Test
    void every_double_is_a_metric() {
        var run = running(1);
        var metrics = new TreeMap<>(Map.of(
                "nan", Double.NaN,
                "up", Double.POSITIVE_INFINITY,
                "down", Double.NEGATIVE_INFINITY,
                "tiny", Double.MIN_VALUE,
                "huge", Double.MAX_VALUE,
                "whole", 3.0));
        runs.start(run);

        runs.finish(run.withMetrics(metrics).ended(RunStatus.FAILED, NOON));

        assertThat(runs.require(id(1)).metrics()).isEqualTo(metrics);
    }

    @Test
    void the_newest_stands_first_whatever_the_clock_said() {
        runs.start(Run.running(id(1), "ferry", "a", NOON));
        runs.start(Run.running(id(2), "ferry", "b", NOON.minusSeconds(86_400)));
        runs.start(Run.running(id(3), "other", "c", Instant.EPOCH));

        assertThat(runs.list("ferry", 10)).extracting(Run::id).containsExactly(id(2), id(1));
        assertThat(runs.list(2)).extracting(Run::id).containsExactly(id(3), id(2));
        assertThat(runs.experiments()).containsExactly("ferry", "other");
    }

    @Test
    void four_digits_are_enough_if_only_one_run_begins_so() {
        runs.start(Run.running("abcd" + "0".repeat(28), "ferry", "a", NOON));
        runs.start(Run.running("abce" + "0".repeat(28), "ferry", "b", NOON));
        runs.start(Run.running("abce" + "f".repeat(28), "ferry", "c", NOON));

        assertThat(runs.require("ABCD").name()).isEqualTo("a");
        assertThat(runs.require("abcef").name()).isEqualTo("c");
        assertThat(runs.find("1234")).isEmpty();
        assertThatThrownBy(() -> runs.find("abce"))
                .hasMessageContaining("RUN-AMBIGUOUS")
                .hasMessageContaining("abce" + "f".repeat(28));
        assertThatThrownBy(() -> runs.find("abc")).hasMessageContaining("RUN-ID");
        assertThatThrownBy(() -> runs.find("%%%%")).hasMessageContaining("RUN-ID");
        assertThatThrownBy(() -> runs.require("1234")).hasMessageContaining("RUN-MISSING");
    }

    @Test
    void a_run_whose_process_ended_is_interrupted_and_may_still_be_finished() {
        runs.start(running(1));

        var later = fixture.reopened().runs();
        assertThat(later.require(id(1)).status()).isEqualTo(RunStatus.INTERRUPTED);
        var over = running(1).ended(RunStatus.FINISHED, NOON);
        later.finish(over);

        assertThat(later.find(id(1))).contains(over);
    }

    @Test
    void finishing_twice_with_the_same_words_is_harmless() {
        var over = running(1).ended(RunStatus.FINISHED, NOON);
        runs.start(running(1));
        runs.finish(over);

        runs.finish(over);

        assertThatThrownBy(() -> runs.finish(over.ended(RunStatus.FAILED, NOON)))
                .hasMessageContaining("RUN-OVER")
                .hasMessageContaining("FINISHED");
        assertThat(runs.find(id(1))).contains(over);
    }

    @Test
    void a_run_is_started_once_and_under_a_parent_that_exists() {
        runs.start(running(1));
        runs.start(running(2).under(running(1)));

        assertThat(runs.require(id(2)).parent()).contains(id(1));
        assertThatThrownBy(() -> runs.start(running(1))).hasMessageContaining("RUN-EXISTS");
        assertThatThrownBy(() -> runs.start(running(3).under(running(9)))).hasMessageContaining("RUN-MISSING");
        assertThatThrownBy(() -> runs.finish(running(3).ended(RunStatus.FINISHED, NOON)))
                .hasMessageContaining("RUN-MISSING");
    }
}
