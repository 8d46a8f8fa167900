package dev.slipway.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.artifact.Manifest;
import dev.slipway.database.Opening;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.document.Sha256;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.OwnSteps;
import dev.slipway.workflow.FindModel;
import dev.slipway.workflow.Gates;
import dev.slipway.workflow.Here;
import dev.slipway.workflow.ListReleases;
import dev.slipway.workflow.ListRuns;
import dev.slipway.workflow.Nominee;
import dev.slipway.workflow.Place;
import dev.slipway.workflow.Places;
import dev.slipway.workflow.ReleaseModel;
import dev.slipway.workflow.RollBack;
import dev.slipway.workflow.There;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path project;

    private Harbour harbour;
    private Place there;

    @BeforeEach
    void serve() {
        harbour = Harbour.open(project);
        // As every command does: the folder is held, and the note in it says by whom.
        there = new Places(
                        project.resolve(".slipway"),
                        Optional.empty(),
                        Optional.empty(),
                        Witness.NONE,
                        Harbour.CLOCK,
                        OwnSteps.NONE)
                .open();
    }

    @AfterEach
    void stop() {
        there.close();
        harbour.close();
    }

    @Test
    void a_command_finds_the_server_by_the_note_in_the_state_folder() {
        assertThat(there).isInstanceOf(There.class);
    }

    @Test
    void training_and_releasing_over_the_wire_is_the_same_as_here() {
        var version = harbour.train(there, Harbour.RULE);

        var released = harbour.release(there, version.version());

        assertThat(released.release().orElseThrow().plan().champion()).isEqualTo(1);
        assertThat(harbour.client()
                        .predict("{\"age\": 30, \"sex\": \"female\"}")
                        .body())
                .contains("0.74");
        var runs = new ListRuns.Question(Optional.of("ferry"), List.of(), 10);
        assertThat(there.ask(ListRuns.OPERATION, runs))
                .isEqualTo(new Here(harbour.workspace()).ask(ListRuns.OPERATION, runs));
        assertThat(there.ask(ListRuns.OPERATION, runs).runs().get(0).metrics().values())
                .contains(0.9, Double.NaN);
        var releases = new ListReleases.Question(Optional.empty());
        assertThat(there.ask(ListReleases.OPERATION, releases).releases())
                .containsExactly(released.release().orElseThrow());
    }

    @Test
    void a_gate_that_says_no_is_an_answer_and_releases_nothing() {
        harbour.train(there, Harbour.RULE);
        var nominee = new Nominee("ferry", "ferry", Optional.empty(), Optional.empty());
        var gates = new Gates(Optional.of("roc_auc"), List.of("roc_auc >= 0.95"));

        var answer = there.ask(ReleaseModel.OPERATION, new ReleaseModel.Question(nominee, gates, "ann", "try"));

        assertThat(answer.judged().allowed()).isFalse();
        assertThat(answer.release()).isEmpty();
    }

    @Test
    void a_roll_back_over_the_wire_has_taken_effect_when_it_returns() {
        harbour.release(there, harbour.train(there, "0.25").version());
        harbour.release(there, harbour.train(there, "0.75").version());

        there.ask(RollBack.OPERATION, new RollBack.Question("ferry", Optional.empty(), "ann", "it was worse"));

        assertThat(harbour.client()
                        .predict("{\"age\": 30, \"sex\": \"female\"}")
                        .body())
                .contains("0.25");
    }

    @Test
    void refusals_come_back_as_they_were_thrown() {
        var unknown = new FindModel.Question("ferry", "ferry", Optional.of(9));
        var nothing = new FindModel.Question("ferry", "ferry", Optional.empty());

        for (var question : List.of(unknown, nothing)) {
            assertThat(refusal(there, question)).isEqualTo(refusal(new Here(harbour.workspace()), question));
        }
    }

    private static List<Object> refusal(Place place, FindModel.Question question) {
        try {
            return List.of(place.ask(FindModel.OPERATION, question));
        } catch (SlipwayException problem) {
            return List.of(problem.kind(), problem.problems());
        }
    }

    @Test
    void a_folder_goes_there_and_comes_back_byte_by_byte() throws IOException {
        var folder = Files.createDirectories(project.resolve("folder/deep"));
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.write(folder.resolveSibling("large.bin"), new byte[3_000_000]);
        Files.createFile(folder.resolveSibling("empty"));

        var manifest = there.put(project.resolve("folder"));
        there.fetch(manifest, project.resolve("back"));

        assertThat(new Here(harbour.workspace()).put(project.resolve("back"))).isEqualTo(manifest);
        assertThat(manifest.files()).hasSize(3);
        assertThatThrownBy(() -> there.fetch(manifest, project.resolve("back")))
                .hasMessageContaining("ARTIFACT-TARGET-EXISTS");
    }

    @Test
    void what_is_missing_there_leaves_nothing_here() throws IOException {
        var folder = Files.createDirectories(project.resolve("folder"));
        Files.writeString(folder.resolve("a.txt"), "never sent");
        var manifest = Manifest.of(folder);

        assertThatThrownBy(() -> there.fetch(manifest, project.resolve("back")))
                .hasMessageContaining("ARTIFACT-MISSING")
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(SlipwayException.Kind.MISSING));
        try (var left = Files.list(project)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(".slipway", "folder");
        }
    }

    @Test
    void content_that_is_not_what_its_name_says_is_refused_and_not_kept() {
        var other = Sha256.of("other".getBytes(StandardCharsets.UTF_8));
        var sent = Sha256.of("sent".getBytes(StandardCharsets.UTF_8));

        var answer = harbour.client().send(put(other, "sent"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.refusal(answer).problems().get(0).code()).isEqualTo("ARTIFACT-OTHER");
        assertThat(harbour.workspace().store().artifacts().contains(other)).isFalse();
        assertThat(harbour.workspace().store().artifacts().contains(sent)).isFalse();
        assertThat(project.resolve(".slipway/tmp")).isEmptyDirectory();
    }

    private HttpRequest.Builder put(String sha256, String content) {
        return harbour.client()
                .to("/api/1/artifacts/" + sha256)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(content));
    }

    @Test
    void a_question_with_a_key_nobody_knows_is_refused_with_its_place() {
        var answer = harbour.client()
                .send(harbour.client()
                        .to("/api/1/runs")
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"ids\": [], \"limit\": 3, \"experimant\": \"x\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("JSON-UNKNOWN-KEY", "did you mean 'experiment'?");
    }

    @Test
    void a_wrong_token_says_so_in_the_same_form() {
        var stranger = new There(harbour.client().address(), Optional.of("guessed"), OwnSteps.NONE);

        assertThatThrownBy(() -> harbour.train(stranger, Harbour.RULE)).hasMessageContaining("HTTP-TOKEN");
    }

    private String token() {
        var opening = StateFolder.open(project.resolve(".slipway"), Duration.ZERO, Harbour.CLOCK);
        return ((Opening.HeldBy) opening).holder().token().orElseThrow();
    }
}
