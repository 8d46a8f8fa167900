/** What columns say together: correlations, what goes with the target, dependencies, leaks, strange and repeated rows. */
@NullMarked
package dev.slipway.association;

import org.jspecify.annotations.NullMarked;
