/** The habits of the project as tests: the street between packages, and documents that are true, commands included. */
@NullMarked
package dev.slipway.habits;

import org.jspecify.annotations.NullMarked;
