/** What the program stands on: folder, environment, clock and terminal, handed in so that a test can be the world. */
@NullMarked
package dev.slipway.wiring;

import org.jspecify.annotations.NullMarked;
