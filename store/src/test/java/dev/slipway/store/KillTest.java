package dev.slipway.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.artifact.Manifest.Entry;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Step;
import dev.slipway.database.Witness;
import dev.slipway.registry.ModelVersion;
import dev.slipway.registry.Release;
import dev.slipway.testkit.ChildJava;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed while they train and release; each time the next one must find all that was acknowledged. */
@Tag("slow")
class KillTest {
    static final int HALTED = 86;
    private static final int RANDOM_KILLS = 20;

    @TempDir
    Path project;

    private Path state;
    private int started;

    @BeforeEach
    void prepare() throws IOException {
        state = project.resolve(".slipway");
        Files.createDirectories(project.resolve("scratch"));
    }

    @Test
    void a_kill_at_any_moment_loses_nothing_that_was_acknowledged() throws Exception {
        var random = new SplittableRandom(20_261_121);
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            long before = Files.exists(said()) ? Files.size(said()) : 0;
            Process worker = start();
            // One in four dies while it starts, the others in the middle of their work, however slow the machine is.
            while (kill % 4 > 0 && worker.isAlive() && Files.size(said()) == before) {
                LockSupport.parkNanos(MILLISECONDS.toNanos(2));
            }
            worker.waitFor(random.nextInt(1, 300), MILLISECONDS);
            assertThat(worker.isAlive()).as(errors()).isTrue();
            worker.destroyForcibly().waitFor();

            inspect();
        }
        assertThat(acknowledged("started")).hasSizeGreaterThanOrEqualTo(RANDOM_KILLS * 3 / 4);
        assertThat(acknowledged("release")).isNotEmpty();
    }

    @Test
    void a_halt_at_each_named_step_loses_nothing_that_was_acknowledged() throws Exception {
        for (Step step : Step.values()) {
            Process worker = start(step.name());
            assertThat(worker.waitFor(30, SECONDS)).as("reaches %s", step).isTrue();
            assertThat(worker.exitValue()).as("%s: %s", step, errors()).isEqualTo(HALTED);

            inspect();
        }
    }

    private Process start(String... step) throws IOException {
        var arguments = new ArrayList<>(
                List.of(state.toString(), project.resolve("scratch").toString(), Integer.toString(started++)));
        arguments.addAll(List.of(step));
        return ChildJava.of(Worker.class, Path.of(System.getProperty("java.io.tmpdir")), arguments)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        project.resolve("errors.txt").toFile()))
                .start();
    }

    private Path said() {
        return project.resolve("acknowledged.txt");
    }

    private String errors() throws IOException {
        return Files.readString(project.resolve("errors.txt"));
    }

    /** Ids of whole lines; a line the kill cut off was not acknowledged. */
    private List<String> acknowledged(String what) throws IOException {
        String text = Files.readString(said());
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.substring(what.length() + 1))
                .toList();
    }

    private void inspect() throws IOException {
        try (var folder = StateFolder.open(state, Duration.ZERO).orBusy();
                var store = Store.open(folder, Witness.NONE, InstantSource.system())) {
            assertThat(store.evidence().verify()).isEmpty();
            runsAreWhole(store);
            registryIsWhole(store);
            for (String sequence : acknowledged("evidence")) {
                assertThat(store.evidence().find(Long.parseLong(sequence))).isPresent();
            }
            artifactsAreWhole(folder, store);
        }
    }

    private void runsAreWhole(Store store) throws IOException {
        List<Run> runs = store.runs().list(1_000_000);
        assertThat(runs).extracting(Run::id).containsAll(acknowledged("started"));
        List<Run> finished =
                runs.stream().filter(run -> run.status() == RunStatus.FINISHED).toList();
        assertThat(finished).extracting(Run::id).containsAll(acknowledged("finished"));
        assertThat(finished)
                .allMatch(run -> run.model().isPresent() && run.metrics().containsKey("auc"));
        assertThat(runs).extracting(Run::status).doesNotContain(RunStatus.RUNNING);
    }

    private void registryIsWhole(Store store) throws IOException {
        List<ModelVersion> versions = store.models().list("ferry");
        assertThat(versions).extracting(ModelVersion::version).containsExactlyElementsOf(countdown(versions.size()));
        assertThat(versions)
                .extracting(version -> Integer.toString(version.version()))
                .containsAll(acknowledged("version"));
        List<Release> releases = store.releases().history("ferry");
        assertThat(releases).extracting(Release::number).containsExactlyElementsOf(countdown(releases.size()));
        assertThat(releases)
                .extracting(release -> Integer.toString(release.number()))
                .containsAll(acknowledged("release"));
        assertThat(releases)
                .allMatch(release -> store.evidence().find(release.evidence()).isPresent());
    }

    private static List<Integer> countdown(int from) {
        return IntStream.iterate(from, number -> number >= 1, number -> number - 1)
                .boxed()
                .toList();
    }

    private static void artifactsAreWhole(StateFolder folder, Store store) throws IOException {
        assertThat(folder.temporary()).isEmptyDirectory();
        Consumer<String> readable = sha256 -> {
            try (var content = store.artifacts().open(sha256)) {
                assertThat(content.available()).isNotNegative();
            } catch (IOException problem) {
                throw new AssertionError(sha256, problem);
            }
        };
        try (var files = Files.walk(folder.artifacts())) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.artifacts().relativize(file).toString().replace("/", ""))
                    .forEach(readable);
        }
        store.models().list("ferry").stream()
                .flatMap(version -> version.files().files().stream())
                .map(Entry::sha256)
                .forEach(
                        sha256 -> assertThat(store.artifacts().contains(sha256)).isTrue());
    }
}
