/** Where tables come from and go: descriptions of sources, readers of CSV and JSON lines, and sinks. */
@NullMarked
package dev.slipway.source;

import org.jspecify.annotations.NullMarked;
