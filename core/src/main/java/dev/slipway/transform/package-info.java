/** Steps from the columns a source has to the numbers a model takes: described, fitted, and applied to one row or millions. */
@NullMarked
package dev.slipway.transform;

import org.jspecify.annotations.NullMarked;
