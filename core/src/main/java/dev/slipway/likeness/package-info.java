/** What marked rows have in common that others have not, beyond what chance would do. */
@NullMarked
package dev.slipway.likeness;

import org.jspecify.annotations.NullMarked;
