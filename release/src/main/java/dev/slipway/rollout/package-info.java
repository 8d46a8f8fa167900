/** Who serves: model versions loaded, checked and switched. */
@NullMarked
package dev.slipway.rollout;

import org.jspecify.annotations.NullMarked;
