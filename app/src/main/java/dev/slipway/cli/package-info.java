/** The command line: options in, text and exit codes out, no logic of its own. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
