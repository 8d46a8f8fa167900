/** How much one data set differs from another, told from their profiles: shifts of columns, and which of them are no chance. */
@NullMarked
package dev.slipway.drift;

import org.jspecify.annotations.NullMarked;
