package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeStateTest {
    @TempDir
    private Path folder;

    private int git(String... words) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of("git", "-c", "user.name=ann", "-c", "user.email=ann@example.org"), Stream.of(words))
                .toList();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void a_repository_says_its_commit_and_how_many_files_differ() throws Exception {
        assumeTrue(git("init", "-q") == 0, "no git on this machine");
        Files.writeString(folder.resolve("slipway.yaml"), "name: ferry\n");
        git("add", ".");
        git("commit", "-q", "-m", "first");

        var clean = CodeState.tags(folder);
        Files.writeString(folder.resolve("slipway.yaml"), "name: boat\n");
        Files.writeString(folder.resolve("notes.txt"), "mine\n");

        assertThat(clean.get("code.commit")).matches("[0-9a-f]{40,64}");
        assertThat(clean).containsEntry("code.dirty", "0");
        assertThat(CodeState.tags(folder)).containsEntry("code.dirty", "2");
    }

    @Test
    void a_repository_cannot_make_a_program_run() throws Exception {
        assumeTrue(git("init", "-q") == 0, "no git on this machine");
        Files.writeString(folder.resolve("slipway.yaml"), "name: ferry\n");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        var canary = folder.resolve("canary");
        git("config", "core.fsmonitor", "touch " + canary + "; false");

        CodeState.tags(folder);

        assertThat(canary).doesNotExist();
    }
}
