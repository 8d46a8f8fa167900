package dev.slipway.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path parent;

    @Test
    void the_folder_goes_with_all_that_is_in_it() throws IOException {
        try (var scratch = Scratch.in(parent)) {
            Files.writeString(
                    Files.createDirectories(scratch.path().resolve("a/b")).resolve("c"), "x");
        }

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_deleted_does_not_hide_why_the_work_failed() {
        assertThatThrownBy(() -> {
                    try (var scratch = Scratch.in(parent)) {
                        Files.delete(scratch.path());
                        throw SlipwayException.refused("TEST-DAMAGED", "a file is damaged", "here", "take another");
                    }
                })
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TEST-DAMAGED")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(kept -> assertThat(kept).hasMessageContaining("SCRATCH")));
    }
}
