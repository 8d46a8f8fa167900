package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StopTest {
    /** Far more than it takes; a program that waits for itself never ends. */
    private static final long PATIENCE_SECONDS = 40;

    @TempDir
    private Path folder;

    @Test
    void a_server_that_is_asked_to_stop_closes_its_folder_and_is_gone() throws IOException, InterruptedException {
        new Desk(folder).project(60);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.slipway.cli.Main",
                        "serve",
                        "--port",
                        "0")
                .directory(folder.toFile())
                .redirectError(folder.resolve("serve.log").toFile())
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).startsWith("serving at http://127.0.0.1:");
            assertThat(folder.resolve(".slipway/holder.json")).exists();

            process.destroy();

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve(".slipway/holder.json")).doesNotExist();
            // Newer JDKs warn of native access where the launcher's switch is not there.
            assertThat(Files.readAllLines(folder.resolve("serve.log")))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                    .isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
