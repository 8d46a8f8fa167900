/**
 * Draws a portrait as one page that needs nothing else: well-formed XHTML with its style, its few lines of script and its
 * charts inside. Values of the data are only ever text.
 */
@NullMarked
package dev.slipway.page;

import org.jspecify.annotations.NullMarked;
