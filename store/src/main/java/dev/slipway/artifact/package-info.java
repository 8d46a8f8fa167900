/** Files kept by their content: a file is found whole under its SHA-256, or not at all. */
@NullMarked
package dev.slipway.artifact;

import org.jspecify.annotations.NullMarked;
