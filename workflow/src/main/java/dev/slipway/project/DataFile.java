package dev.slipway.project;

import dev.slipway.source.Dialect;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Some of the data.
 *
 * @param file resolved against the project's folder
 * @param parser the name of the one that reads it; empty where its columns are the shared ones already
 * @param format how a text file is written, as far as it is said
 */
public record DataFile(Path file, Optional<String> parser, Dialect format) {
    /** Whatever the file says of itself. */
    public DataFile(Path file, Optional<String> parser) {
        this(file, parser, Dialect.DETECTED);
    }
}
