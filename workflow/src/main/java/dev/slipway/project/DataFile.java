package dev.slipway.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Some of the data.
 *
 * @param file resolved against the project's folder
 * @param parser the name of the one that reads it; empty where its columns are the shared ones already
 */
public record DataFile(Path file, Optional<String> parser) {}
