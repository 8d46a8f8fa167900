package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testkit.ChildJava;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {
    @TempDir
    Path folder;

    @Test
    void what_a_writer_swallows_is_remembered() {
        assertThat(after("No space left on device").failure()).isPresent();
    }

    @Test
    void whoever_stopped_reading_knows_it() {
        assertThat(after("Broken pipe").failure()).isEmpty();
    }

    @Test
    void an_answer_that_finds_no_room_is_no_success() throws IOException, InterruptedException {
        var full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "this system has no /dev/full");
        var error = folder.resolve("error.txt");

        int code = ChildJava.of(Main.class, folder, List.of("--help"))
                .redirectOutput(full.toFile())
                .redirectError(error.toFile())
                .start()
                .waitFor();

        assertThat(code).isEqualTo(3);
        assertThat(error).content().contains("OUTPUT: the answer could not be written to its end");
    }

    private static Remembered after(String failure) {
        var out = new Remembered(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        });
        new PrintWriter(out, true, StandardCharsets.UTF_8).println("hello");
        return out;
    }
}
