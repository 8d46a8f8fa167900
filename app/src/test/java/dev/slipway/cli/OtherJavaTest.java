package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was trained on this Java is done again on another one that is installed beside it. */
@Tag("slow")
class OtherJavaTest {
    private static final Pattern RUN = Pattern.compile("\"id\" : \"([0-9a-f]{32})\"");
    private static final List<String> KNOWN = List.of("17", "25");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void a_training_comes_out_the_same_on_another_java_and_other_threads() throws IOException, InterruptedException {
        var other = other();
        assumeThat(other).as("a Java %s beside this one", KNOWN).isPresent();
        var desk = new Desk(folder);
        desk.project(400);
        desk.file(
                "slipway.yaml",
                desk.text("slipway.yaml")
                        .replace(
                                "  - logistic: {}\n",
                                "  - logistic: {c: 0.01..10}\n  - forest: {trees: 20}\n  - xgboost: {trees: 5..40}\n  - lightgbm: {trees: 5..40}\n")
                        .replace("trials: 0", "trials: 5"));
        var seen = desk.slipway("train", "--json", "--threads", "1");
        assertThat(seen.code()).as(seen.err()).isZero();
        var run = RUN.matcher(seen.out());
        assertThat(run.find()).isTrue();

        var said = folder.resolve("rerun.txt");
        var process = new ProcessBuilder(
                        other.orElseThrow().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.slipway.cli.Main",
                        "rerun",
                        run.group(1),
                        "--threads",
                        "2")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(said))
                    .contains("java is ", "model forest: the same", "model lightgbm: the same", "equal to the bit: ");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The program of a Java of another number, in the folder this one is installed in. */
    private static Optional<Path> other() throws IOException {
        var here = Path.of(System.getProperty("java.home")).toRealPath();
        var all = Optional.ofNullable(here.getParent()).orElse(here);
        var number = Integer.toString(Runtime.version().feature());
        try (var installed = Files.list(all)) {
            return installed
                    .filter(java -> KNOWN.stream()
                            .filter(known -> !known.equals(number))
                            .anyMatch(known -> release(java).contains("JAVA_VERSION=\"" + known)))
                    .map(java -> java.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .findFirst();
        }
    }

    private static String release(Path java) {
        try {
            return Files.readString(java.resolve("release"));
        } catch (IOException none) {
            return "";
        }
    }
}
