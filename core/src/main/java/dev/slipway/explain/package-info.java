/** Why a model answers as it does: what each column adds to one answer, to all answers and to the errors. */
@NullMarked
package dev.slipway.explain;

import org.jspecify.annotations.NullMarked;
