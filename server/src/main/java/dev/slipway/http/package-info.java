/**
 * HTTP without opinions on what is served: a table of routes, each with its access and its limits, and one place where
 * requests are refused, bounded and answered.
 */
@NullMarked
package dev.slipway.http;

import org.jspecify.annotations.NullMarked;
