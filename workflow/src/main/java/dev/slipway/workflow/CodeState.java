package dev.slipway.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Which commit a project's folder stands at, as Git says; nothing where there is no Git, or no repository. */
final class CodeState {
    private static final int PATIENCE_SECONDS = 10;
    private static final int MOST_BYTES = 1 << 20;

    private CodeState() {}

    /** The tags {@code code.commit}, and {@code code.dirty}: how many files differ from it. */
    static SortedMap<String, String> tags(Path folder) {
        var tags = new TreeMap<String, String>();
        git(folder, "rev-parse", "HEAD")
                .map(String::strip)
                .filter(head -> head.matches("[0-9a-f]{40,64}"))
                .ifPresent(head -> {
                    tags.put("code.commit", head);
                    git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ".")
                            .ifPresent(changes -> tags.put(
                                    "code.dirty", Long.toString(changes.lines().count())));
                });
        return tags;
    }

    /** Nothing of the repository may run: no hook, no monitor. */
    private static Optional<String> git(Path folder, String... words) {
        var command = new ArrayList<>(
                List.of("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (var out = process.getInputStream()) {
                var said = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
