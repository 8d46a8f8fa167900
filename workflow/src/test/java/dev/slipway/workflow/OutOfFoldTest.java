package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.evaluation.Evaluation;
import dev.slipway.evaluation.Judged;
import dev.slipway.evaluation.Judgement;
import dev.slipway.local.LocalEngine;
import dev.slipway.metric.Answers;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfFoldTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    private Path folder;

    private Place place;

    @BeforeEach
    void a_place() {
        var state =
                StateFolder.open(folder.resolve("state"), Duration.ZERO, CLOCK).orBusy();
        place = new Here(Workspace.open(state, Witness.NONE, CLOCK));
    }

    @AfterEach
    void closed() {
        place.close();
    }

    private static Judgement judgement(Judged... folds) {
        return new Judgement(new Evaluation(List.of(), 4, 2), List.of(folds));
    }

    private OutOfFold kept(Judgement judgement) {
        var tags = new TreeMap<String, String>();
        tags.put(OutOfFold.TAG, OutOfFold.keep(place, judgement).orElseThrow());
        var run = Run.running(Run.freshId(), "ferry", "rule", NOON).withTags(tags);
        place.ask(StartRun.OPERATION, run);
        place.ask(EndRun.OPERATION, run.ended(RunStatus.FINISHED, NOON));
        return OutOfFold.of(place, new LocalEngine(1), run.id()).orElseThrow();
    }

    @Test
    void probabilities_come_back_to_the_bit_with_the_rows_they_belong_to() {
        double third = 1.0 / 3;
        var kept = kept(judgement(
                new Judged(new int[] {1, 3}, Answers.ofBinary(new int[] {0, 1}, new double[] {third, 1e-300})),
                new Judged(new int[] {0}, Answers.ofBinary(new int[] {1}, new double[] {0.75}))));

        assertThat(kept.rows()).containsExactly(1, 3, 0);
        assertThat(kept.predictions().probability(0, 1)).isEqualTo(third);
        assertThat(kept.at(3, 0).probability(0, 1)).isEqualTo(1e-300);
        assertThat(kept.at(3, 0).probability(1, 0)).isEqualTo(0.25);
    }

    @Test
    void numbers_come_back_as_numbers_and_two_runs_meet_on_the_rows_of_both() {
        var one = kept(judgement(
                new Judged(new int[] {4, 2}, Answers.ofNumbers(new double[] {1, 2}, new double[] {-1.5, 2.25}))));
        var other = kept(judgement(
                new Judged(new int[] {2, 7}, Answers.ofNumbers(new double[] {1, 2}, new double[] {0, 0}))));

        assertThat(one.predictions().isNumbers()).isTrue();
        assertThat(one.both(other)).containsExactly(2);
        assertThat(one.at(2).number(0)).isEqualTo(2.25);
    }

    @Test
    void more_answers_than_a_run_should_keep_are_not_kept() {
        int rows = 500_001;
        var many = Answers.ofNumbers(new double[rows], new double[rows]);

        assertThat(OutOfFold.keep(place, judgement(new Judged(new int[rows], many))))
                .isEmpty();
    }
}
