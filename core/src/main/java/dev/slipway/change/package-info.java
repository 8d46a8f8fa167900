/** What changed from one version of a contract to the next, and whom it breaks. */
@NullMarked
package dev.slipway.change;

import org.jspecify.annotations.NullMarked;
