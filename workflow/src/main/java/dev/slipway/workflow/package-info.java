/** The use cases, one class each, and where they run: at the desk, beside a running server, or from another machine. */
@NullMarked
package dev.slipway.workflow;

import org.jspecify.annotations.NullMarked;
