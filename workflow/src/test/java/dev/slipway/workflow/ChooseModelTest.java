package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.document.Json;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import dev.slipway.workflow.ChooseModel.Chosen;
import dev.slipway.workflow.ChooseModel.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooseModelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    private Path folder;

    private Place place;
    private String first = "";
    private String second = "";
    private String loser = "";

    @BeforeEach
    void two_versions_and_a_run_that_is_none() throws IOException {
        var state =
                StateFolder.open(folder.resolve("state"), Duration.ZERO, CLOCK).orBusy();
        place = new Here(Workspace.open(state, Witness.NONE, CLOCK));
        first = trained("one");
        second = trained("two");
    }

    @AfterEach
    void closed() {
        place.close();
    }

    private String trained(String content) throws IOException {
        var training = Run.running(Run.freshId(), "ferry", "train", NOON);
        place.ask(StartRun.OPERATION, training);
        var best = candidate(training, content);
        var other = candidate(training, content + " but worse");
        place.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question(
                        "ferry", training.ended(RunStatus.FINISHED, NOON), List.of(best, other), best.id(), "ann"));
        loser = other.id();
        return best.id();
    }

    private Run candidate(Run training, String content) throws IOException {
        var files = Files.createTempDirectory(folder, "model");
        Files.writeString(files.resolve("model.txt"), content);
        return Run.running(Run.freshId(), "ferry", "rule", NOON)
                .under(training)
                .withModel(place.put(files))
                .ended(RunStatus.FINISHED, NOON);
    }

    private Chosen choose(String word) {
        return place.ask(ChooseModel.OPERATION, new Question("ferry", Optional.of(word), Optional.empty()));
    }

    @Test
    void a_number_a_name_a_numbered_name_and_a_run_name_a_model() {
        assertThat(choose("1").run()).isEqualTo(first);
        assertThat(choose("ferry:1").run()).isEqualTo(first);
        assertThat(choose("ferry").run()).isEqualTo(second);
        assertThat(choose("ferry").name()).isEqualTo("ferry version 2");
    }

    @Test
    void a_run_that_is_no_version_is_read_and_not_registered() {
        var found = place.ask(ChooseModel.OPERATION, new Question("ferry", Optional.empty(), Optional.of(loser)));

        assertThat(found.version()).isEmpty();
        assertThat(found.name()).isEqualTo("run " + loser.substring(0, 8));
        assertThatThrownBy(() -> choose("3")).hasMessageContaining("has no version 3");
    }

    @Test
    void an_unknown_word_is_answered_with_the_nearest_model() {
        assertThatThrownBy(() -> choose("ferri"))
                .hasMessageContaining("MODEL-UNKNOWN")
                .hasMessageContaining("did you mean 'ferry'?");
    }

    @Test
    void the_answer_travels_as_json() {
        var chosen = choose("ferry:2");

        assertThat(Json.read("the answer", Json.bytes(chosen), Chosen.class)).isEqualTo(chosen);
    }
}
