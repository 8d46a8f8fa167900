/** What went wrong, where, and what to do: the one way in which Slipway speaks of errors. */
@NullMarked
package dev.slipway.problem;

import org.jspecify.annotations.NullMarked;
