/** The whole story on generated ferry bookings, told with the real commands. */
@NullMarked
package dev.slipway.demo;

import org.jspecify.annotations.NullMarked;
