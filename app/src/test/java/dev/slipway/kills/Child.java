package dev.slipway.kills;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testkit.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that works in a small project, what it said so far, and its end. */
record Child(Process process, BufferedReader output, StringWriter heard, Path errors) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    static Child start(SmallProject project, Class<?> program, List<String> arguments) throws IOException {
        var errors = Files.createTempFile(project.temporary(), "errors-", ".txt");
        var process = ChildJava.of(program, project.temporary(), arguments)
                .directory(project.folder().toFile())
                .redirectError(errors.toFile())
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Child(process, output, new StringWriter(), errors);
    }

    /** Waits for a line and answers it; the end of the process is a failure. */
    String hear(String beginning) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            heard.write(line + "\n");
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("ended before it said '%s': %s".formatted(beginning, errorText()));
    }

    /** Kills it when this time is over, or fails if it ended by itself before. */
    Said killAfter(long millis) throws IOException, InterruptedException {
        assertThat(process.waitFor(millis, MILLISECONDS))
                .as("ended by itself: %s", errorText())
                .isFalse();
        // Not Process.destroyForcibly, which also throws away what the process has said.
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        return end();
    }

    /** Waits for its end and answers all it said. */
    Said end() throws IOException, InterruptedException {
        output.transferTo(heard);
        assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
        return Said.of(heard.toString());
    }

    String errorText() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
