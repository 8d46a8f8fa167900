package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser opens the page, runs its few lines of script, and nothing else. */
@Tag("slow")
class BrowserTest {
    private static final String HOSTILE = "<script>document.title='stolen'</script>";

    @TempDir
    private Path folder;

    @Test
    void the_script_of_the_page_runs_under_its_policy_and_that_of_the_data_does_not() throws Exception {
        var page =
                Portrayed.of(folder, "\"" + HOSTILE + " name\",b\n" + ("\"" + HOSTILE + "\",1\nx,2\n").repeat(5), "b");
        var file = Files.writeString(folder.resolve("page.html"), page.html());

        var seen = browse(file);

        // Headings that can be sorted are made by the script: they show that it was allowed to run.
        assertThat(seen).contains("<button type=\"button\">column</button>");
        assertThat(seen).contains("profile</title>").doesNotContain("<title>stolen");
    }

    private String browse(Path file) throws IOException, InterruptedException {
        var browser = browser();
        assumeTrue(browser.isPresent(), "no chromium on the PATH: no browser looks at the page");
        var said = folder.resolve("seen.html");
        var process = new ProcessBuilder(List.of(
                        browser.get(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString()))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the browser did not end");
        }
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    private static Optional<String> browser() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
