/** What can be learned of rows nobody has answered: which belong together, and which belong nowhere. */
@NullMarked
package dev.slipway.cluster;

import org.jspecify.annotations.NullMarked;
