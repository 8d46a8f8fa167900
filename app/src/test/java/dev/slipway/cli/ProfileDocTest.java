package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/profile.md shows is what the program says, word for word. */
class ProfileDocTest {
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```text\\n\\$ slipway (.*?)\\n(.*?)^```");

    @TempDir
    private Path folder;

    @Test
    void the_examples_are_what_the_program_says() throws IOException {
        var desk = new Desk(folder);
        desk.bookings("may.csv", 1_200);
        var document = Files.readString(Path.of(System.getProperty("slipway.root"), "docs", "profile.md"));
        var examples = SHOWN.matcher(document).results().toList();

        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            var seen = desk.slipway(example.group(1).split(" "));
            assertThat(seen.code()).as(seen.err()).isZero();
            assertThat(seen.out()).contains(example.group(2));
        }
    }
}
