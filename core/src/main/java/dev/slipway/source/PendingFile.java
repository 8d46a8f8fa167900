package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is being written: hidden beside the one it is to be, whose name it takes at once when it is whole. A symbolic
 * link stays one: what is written is the file it points to. For one thread.
 */
public final class PendingFile {
    private static final int NAMES_TRIED = 1_000;
    private static final int LINKS_FOLLOWED = 40;

    private final Path file;
    private final Path target;
    private final Path part;

    private PendingFile(Path file, Path target) {
        this.file = file;
        this.target = target;
        part = freeSibling(target);
    }

    /** @throws SlipwayException where it is a folder, a pipe or a device */
    public static PendingFile of(Path file) {
        refuseUnlessFile(file);
        try {
            return new PendingFile(file, pointedTo(file));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Where to write: there is no such file yet. */
    public Path part() {
        return part;
    }

    /** Gives what was written, and is durable, its name. */
    public void publish() {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Leaves the file as it was. */
    public void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What to tell people when writing failed. */
    public SlipwayException unwritable(IOException cause) {
        return unwritable(file, cause);
    }

    private static void refuseUnlessFile(Path file) {
        if (Files.isDirectory(file)) {
            throw SlipwayException.usage(
                    "SINK-FOLDER", "this is a folder, not a file", file.toString(), "name a file to write to");
        }
        // A finished file takes the place of what is there: a pipe or a device would be gone.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw SlipwayException.usage(
                    "SINK-NOT-A-FILE",
                    "this is a pipe or a device, not a file",
                    file.toString(),
                    "name a file to write to, and copy it from there");
        }
    }

    private static Path pointedTo(Path file) throws IOException {
        var target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == LINKS_FOLLOWED) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static Path freeSibling(Path file) {
        int number = 0;
        while (number < NAMES_TRIED && Files.exists(sibling(file, number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return sibling(file, number);
    }

    private static Path sibling(Path file, int number) {
        return file.resolveSibling(".%s.%d.part".formatted(file.getFileName(), number));
    }

    /** Makes the new name survive a power cut, where folders can be opened. */
    private void syncFolder() throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && File.separatorChar == '/') {
            try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    private static SlipwayException unwritable(Path file, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return SlipwayException.refused(
                    "SINK-TEXT",
                    "a value holds half a character and cannot be written as UTF-8",
                    file.toString(),
                    "correct the value in the source");
        }
        var problem = SlipwayException.failed(
                "SINK-WRITE",
                "the file cannot be written: " + cause,
                file.toAbsolutePath().toString(),
                "check that its folder exists, may be written to, and has space left");
        problem.initCause(cause);
        return problem;
    }
}
