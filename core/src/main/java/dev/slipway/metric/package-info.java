/** How good answers are, given the truth: one number a metric, with the direction that is better. */
@NullMarked
package dev.slipway.metric;

import org.jspecify.annotations.NullMarked;
