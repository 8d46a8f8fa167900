/** Shapley values: how a margin comes about, shared out exactly among the numbers a model reads. */
@NullMarked
package dev.slipway.shapley;

import org.jspecify.annotations.NullMarked;
