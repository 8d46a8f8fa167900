/** Columnar rows in memory, immutable: what every part of Slipway reads and answers with. */
@NullMarked
package dev.slipway.table;

import org.jspecify.annotations.NullMarked;
