/** What a model must show before it may serve: conditions on recorded evidence, and their verdicts. */
@NullMarked
package dev.slipway.gate;

import org.jspecify.annotations.NullMarked;
