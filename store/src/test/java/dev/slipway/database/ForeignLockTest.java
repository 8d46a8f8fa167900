package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes see of the lock. */
@Tag("slow")
class ForeignLockTest {
    @TempDir
    Path project;

    @Test
    void a_second_attempt_in_the_same_process_does_not_free_the_lock_for_others() throws Exception {
        try (var folder = StateFolder.open(project, Duration.ZERO).orBusy()) {
            assertThat(StateFolder.open(folder.path(), Duration.ZERO)).isInstanceOf(Opening.HeldBy.class);

            assertThat(another()).isEqualTo(ForeignLock.HELD);
        }
    }

    @Test
    void a_process_that_ends_without_closing_leaves_the_folder_free() throws Exception {
        assertThat(another()).isZero();
        assertThat(project.resolve("holder.json")).exists();

        assertThat(another()).isZero();
        try (var folder = StateFolder.open(project, Duration.ZERO).orBusy()) {
            assertThat(folder.temporary()).isEmptyDirectory();
        }
    }

    private int another() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForeignLock.class.getName(),
                        project.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
