/** Which pipeline is best: candidates with their search spaces, tried under a time budget. */
@NullMarked
package dev.slipway.search;

import org.jspecify.annotations.NullMarked;
