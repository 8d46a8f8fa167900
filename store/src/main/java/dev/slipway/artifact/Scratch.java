package dev.slipway.artifact;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/**
 * A folder that is gone when its work is done. Where the work fails and the folder cannot be deleted either, the failure of
 * the work is thrown and the other one is kept beside it.
 */
public record Scratch(Path path) implements AutoCloseable {
    /** Among the temporary files of the machine. */
    public static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory("slipway-"));
        } catch (IOException failure) {
            throw failed("cannot make a temporary folder: " + failure, "the temporary folder", failure);
        }
    }

    /** On the file system of the target, so that what is made in it can be moved there at once. */
    public static Scratch beside(Path target) {
        var parent = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a folder lies in another");
        return in(parent);
    }

    /** In a folder, which is made where it is not there. */
    public static Scratch in(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent, ".slipway-"));
        } catch (IOException failure) {
            throw failed("cannot make a temporary folder: " + failure, parent.toString(), failure);
        }
    }

    @Override
    public void close() {
        try (var walk = Files.walk(path)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failure) {
            throw failed("cannot remove a temporary folder: " + failure, path.toString(), new IOException(failure));
        } catch (IOException failure) {
            throw failed("cannot remove a temporary folder: " + failure, path.toString(), failure);
        }
    }

    private static SlipwayException failed(String what, String where, IOException cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem("SCRATCH", what, where, "free space on the disk and check its permissions"),
                cause);
    }
}
