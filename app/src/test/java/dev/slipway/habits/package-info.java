/** The habits of the project as tests: the street between packages, and documents that are true. */
@NullMarked
package dev.slipway.habits;

import org.jspecify.annotations.NullMarked;
