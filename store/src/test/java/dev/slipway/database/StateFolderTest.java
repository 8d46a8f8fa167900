package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.database.Opening.HeldBy;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path project;

    private Path state;

    @BeforeEach
    void nameIt() {
        state = project.resolve(".slipway");
    }

    private StateFolder open() {
        return StateFolder.open(state, Duration.ZERO, InstantSource.fixed(NOON)).orBusy();
    }

    @Test
    void a_new_folder_is_made_with_all_its_places() {
        try (var folder = open()) {
            assertThat(folder.artifacts()).isEmptyDirectory();
            assertThat(folder.temporary()).isEmptyDirectory();
        }
    }

    @Test
    void a_command_that_holds_it_is_named_once_patience_is_over() {
        try (var folder = open()) {
            var opening = StateFolder.open(folder.path(), Duration.ofMillis(20));

            assertThat(opening)
                    .asInstanceOf(type(HeldBy.class))
                    .extracting(HeldBy::holder)
                    .isEqualTo(new Holder(ProcessHandle.current().pid(), NOON, Optional.empty(), Optional.empty()));
            assertThatThrownBy(opening::orBusy)
                    .hasMessageContaining("STATE-HELD")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("wait until that command has ended")
                    .extracting(problem -> ((SlipwayException) problem).kind())
                    .isEqualTo(SlipwayException.Kind.BUSY);
        }
    }

    @Test
    void a_server_that_holds_it_is_answered_at_once_with_its_address_and_token() {
        try (var folder = open()) {
            folder.announce(URI.create("http://127.0.0.1:4711"), "s3cret");

            var opening = StateFolder.open(folder.path(), Duration.ofDays(1));

            assertThat(opening).asInstanceOf(type(HeldBy.class)).satisfies(held -> {
                assertThat(held.holder().address()).contains(URI.create("http://127.0.0.1:4711"));
                assertThat(held.holder().token()).contains("s3cret");
            });
            assertThatThrownBy(opening::orBusy)
                    .hasMessageContaining("--server http://127.0.0.1:4711")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void the_note_with_the_token_is_for_its_owner_only() throws IOException {
        try (var folder = open()) {
            folder.announce(URI.create("http://127.0.0.1:4711"), "s3cret");

            assertThat(Files.getPosixFilePermissions(state.resolve("holder.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_command_that_ends_is_followed_by_the_one_that_waited() {
        var first = open();
        var waiting = CompletableFuture.supplyAsync(() -> StateFolder.open(state, LONG));

        first.close();

        try (var second = waiting.join().orBusy()) {
            assertThat(second.path()).isEqualTo(first.path());
        }
    }

    @Test
    void the_note_of_a_server_that_was_killed_is_not_believed() throws IOException {
        Files.createDirectories(state);
        Files.writeString(
                state.resolve("holder.json"),
                "{\"pid\":1999999999,\"since\":\"2026-01-01T00:00:00Z\",\"address\":\"http://127.0.0.1:1\",\"token\":null}");

        try (var folder = open()) {
            assertThat(Files.readString(folder.path().resolve("holder.json"))).doesNotContain("127.0.0.1:1");
        }
    }

    @Test
    void a_holder_without_a_readable_note_is_still_a_holder() throws IOException {
        try (var folder = open()) {
            Files.writeString(folder.path().resolve("holder.json"), "{half");

            assertThatThrownBy(() -> StateFolder.open(state, Duration.ZERO).orBusy())
                    .hasMessageContaining("a program that left no name");
        }
    }

    @Test
    void closing_twice_does_not_free_the_lock_of_the_next_one() {
        var first = open();
        first.close();
        try (var second = open()) {
            first.close();

            assertThat(StateFolder.open(second.path(), Duration.ZERO)).isInstanceOf(HeldBy.class);
            assertThat(second.path().resolve("holder.json")).exists();
        }
    }

    @Test
    void what_a_killed_program_left_half_written_is_swept_away() throws IOException {
        open().close();
        Path outside = Files.writeString(project.resolve("outside.txt"), "keep me");
        Files.createDirectories(state.resolve("tmp/folder"));
        Files.writeString(state.resolve("tmp/folder/half"), "ha");
        Files.createSymbolicLink(state.resolve("tmp/link"), project);

        try (var folder = open()) {
            assertThat(folder.temporary()).isEmptyDirectory();
            assertThat(outside).exists();
        }
    }

    @Test
    void a_file_in_its_place_is_refused() throws IOException {
        Files.writeString(state, "not a folder");

        assertThatThrownBy(this::open)
                .hasMessageContaining("STATE-NOT-A-FOLDER")
                .hasMessageContaining("move that file");
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_and_left_free() throws IOException {
        Files.createDirectories(state.resolve("lock"));

        assertThatThrownBy(this::open)
                .hasMessageContaining("STATE-READONLY")
                .hasMessageContaining("make the folder writable");

        Files.delete(state.resolve("lock"));
        open().close();
    }
}
