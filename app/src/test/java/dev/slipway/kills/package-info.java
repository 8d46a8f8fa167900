/** The program, killed: real commands in real processes, and what the next command finds. */
@NullMarked
package dev.slipway.kills;

import org.jspecify.annotations.NullMarked;
