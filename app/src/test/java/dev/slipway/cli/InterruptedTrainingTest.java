package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.testkit.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a search goes on that would take minutes. */
@Tag("slow")
class InterruptedTrainingTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final Path OWN = Path.of("/proc/self/status");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project_that_trains_for_minutes() throws IOException {
        assumeThat(OWN).as("a system with signals").exists();
        assumeThat(interruptsAreIgnored())
                .as("started in the background of a shell")
                .isFalse();
        desk = new Desk(folder);
        desk.project(400);
        desk.file(
                "slipway.yaml",
                desk.text("slipway.yaml")
                        .replace("  - logistic: {}\n", "  - xgboost: {trees: 10000, depth: 16, rate: 0.0001}\n")
                        .replace("budget: 20s", "budget: 10m"));
    }

    private static boolean interruptsAreIgnored() throws IOException {
        return Files.readAllLines(OWN).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring(7).strip(), 16))
                .anyMatch(ignored -> ignored.testBit(1));
    }

    private Process train() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.slipway.cli.Main",
                        "train")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Reads until a line that contains this, or the end. */
    private static List<String> hear(BufferedReader said, String words) throws IOException {
        var heard = new ArrayList<String>();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            heard.add(line);
            if (line.contains(words)) {
                return heard;
            }
        }
        return heard;
    }

    @Test
    void the_first_ends_the_search_and_what_was_found_becomes_a_version() throws IOException, InterruptedException {
        var process = train();
        try (var said = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(hear(said, "trial 2: rule")).last().asString().contains("trial 2: rule");

            interrupt(process);

            assertThat(hear(said, "the search is over"))
                    .anyMatch(line -> line.startsWith("stopping the search: "))
                    .anyMatch(line -> line.contains("xgboost") && line.contains("the time was over"))
                    .last()
                    .asString()
                    .isEqualTo("the search is over; fitting on all rows: baseline, rule");
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(desk.text("out.txt")).contains("rule is version 1 of model 'ferry' now");
            assertThat(desk.slipway("runs").out()).contains("finished").doesNotContain("running");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_second_ends_the_program_at_once() throws IOException, InterruptedException {
        var process = ChildJava.of(Patient.class, folder, List.of())
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(hear(said, Patient.READY)).last().isEqualTo(Patient.READY);
            interrupt(process);
            assertThat(hear(said, Patient.ASKED)).last().isEqualTo(Patient.ASKED);
            assertThat(process.isAlive()).isTrue();

            interrupt(process);

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }
}
