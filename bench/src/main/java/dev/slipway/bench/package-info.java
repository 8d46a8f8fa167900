/** How fast is it, and against what: one class a question, measured in one session with the peers in {@code bench/peers}. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
