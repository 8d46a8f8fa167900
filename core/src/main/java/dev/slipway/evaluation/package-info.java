/** Which rows teach and which rows judge, and what the judging says. */
@NullMarked
package dev.slipway.evaluation;

import org.jspecify.annotations.NullMarked;
