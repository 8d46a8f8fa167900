package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files as they are opened for reading: what cannot be opened is a problem that says what to do. */
public final class SourceFile {
    /** Paths join two slashes into one. */
    private static final Pattern URL = Pattern.compile("(^|[/\\\\])(https?|ftp|s3|gs|file):[/\\\\]");

    private SourceFile() {}

    /** @throws SlipwayException where it is missing, a folder, a pipe, or may not be read */
    public static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw SlipwayException.usage(
                    "SOURCE-FOLDER", "this is a folder, not a file", file.toString(), "name one file in the folder");
        }
        // A pipe cannot be read twice, and the first bytes are looked at before the rows are read.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw SlipwayException.usage(
                    "SOURCE-NOT-A-FILE",
                    "this is a pipe or a device, not a file",
                    file.toString(),
                    "write the data to a file and name that file");
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * In bytes.
     *
     * @throws SlipwayException where it cannot be opened
     */
    public static long size(Path file) {
        try {
            open(file).close();
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What to tell people when reading failed in the middle. */
    public static SlipwayException unreadable(Path file, IOException cause) {
        var problem = problem(file, cause);
        problem.initCause(cause);
        return problem;
    }

    private static SlipwayException problem(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            if (URL.matcher(file.toString()).find()) {
                return SlipwayException.usage(
                        "SOURCE-URL",
                        "this is an address in the web, not a file",
                        file.toString(),
                        "download it and name the file");
            }
            return SlipwayException.missing(
                    "SOURCE-MISSING",
                    "there is no file '%s'".formatted(file),
                    file.toAbsolutePath().toString(),
                    "check the path; a relative one starts at the folder you are in");
        }
        if (cause instanceof AccessDeniedException) {
            return SlipwayException.failed(
                    "SOURCE-DENIED",
                    "you may not read this file",
                    file.toAbsolutePath().toString(),
                    "give yourself the right to read it, such as: chmod u+r '%s'".formatted(file));
        }
        return SlipwayException.failed(
                "SOURCE-READ",
                "the file could not be read: " + cause,
                file.toAbsolutePath().toString(),
                "check the disk, then try again");
    }
}
