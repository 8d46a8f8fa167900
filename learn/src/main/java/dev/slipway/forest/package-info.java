/** Random forests of our own: binned columns, trees grown side by side, the same bits for any number of threads. */
@NullMarked
package dev.slipway.forest;

import org.jspecify.annotations.NullMarked;
