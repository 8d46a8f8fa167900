/** Everything a project remembers, opened at once over its state folder. */
@NullMarked
package dev.slipway.store;

import org.jspecify.annotations.NullMarked;
