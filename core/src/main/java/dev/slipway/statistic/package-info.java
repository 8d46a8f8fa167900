/** What columns say in figures: mergeable, free of the order of rows and parts to the last bit, each rounded once. */
@NullMarked
package dev.slipway.statistic;

import org.jspecify.annotations.NullMarked;
