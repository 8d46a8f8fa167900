/**
 * What answers to rows that nobody learned from say beyond one figure: how sure it is, for whom it does not hold, which labels
 * are doubtful, how fast it ages, and what is too good to be true.
 */
@NullMarked
package dev.slipway.analysis;

import org.jspecify.annotations.NullMarked;
