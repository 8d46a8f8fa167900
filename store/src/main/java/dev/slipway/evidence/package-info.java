/** Dated, hash-chained records of what was executed and how it ended. */
@NullMarked
package dev.slipway.evidence;

import org.jspecify.annotations.NullMarked;
