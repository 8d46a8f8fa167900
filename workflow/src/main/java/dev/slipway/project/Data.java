package dev.slipway.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is learned from.
 *
 * @param train the file, resolved against the project's folder
 * @param positive the class that is asked about; where it is not said, the later one in order
 */
public record Data(Path train, String target, Optional<String> positive, int folds, long seed) {}
