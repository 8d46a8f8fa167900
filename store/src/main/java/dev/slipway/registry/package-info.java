/** Model versions and the releases that serve them; both are numbered, and neither ever changes after it is written. */
@NullMarked
package dev.slipway.registry;

import org.jspecify.annotations.NullMarked;
