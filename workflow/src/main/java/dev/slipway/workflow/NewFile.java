package dev.slipway.workflow;

import dev.slipway.artifact.Scratch;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file for people, written whole or not at all. */
public record NewFile(Path path) {
    /**
     * Writes the text under the name at once.
     *
     * @param force whether a file that is there may be replaced
     */
    public void write(String text, boolean force) {
        refuseExisting(force);
        write(out -> out.write(text));
    }

    /** What writes a text piece by piece. */
    @FunctionalInterface
    public interface Text {
        void to(Writer out) throws IOException;
    }

    /** Writes a text of any length, in the place of the file that is there. If it fails, the file stays as it was. */
    public void write(Text text) {
        try (var scratch = Scratch.beside(path)) {
            var part = scratch.path().resolve("part");
            try (var out = Files.newBufferedWriter(part)) {
                text.to(out);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (UncheckedIOException failure) {
            throw unwritable(path, failure);
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    private static SlipwayException unwritable(Path path, Exception failure) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "FILE-WRITE",
                        "the file cannot be written: " + failure,
                        path.toString(),
                        "check that its folder may be written to and has space left"),
                failure);
    }

    /** Asked early, before work is done that would be for nothing. */
    public void refuseExisting(boolean force) {
        if (Files.isDirectory(path)) {
            throw SlipwayException.usage(
                    "FILE-IS-FOLDER", "this is a folder, not a file", path.toString(), "name a file to write to");
        }
        if (!force && Files.exists(path)) {
            throw SlipwayException.usage(
                    "FILE-EXISTS",
                    "the file is there already",
                    path.toString(),
                    "name another file, or replace this one with --force");
        }
    }
}
