package dev.slipway.registry;

import dev.slipway.artifact.Manifest;
import java.time.Instant;

/**
 * An immutable model folder with a name and a number.
 *
 * @param version from 1 for each model, without gaps
 * @param run the training it came from
 */
public record ModelVersion(String model, int version, String run, Manifest files, Instant created) {}
