/** Parsers: how one team's raw format becomes the columns that everybody shares. A description, applied row by row. */
@NullMarked
package dev.slipway.parser;

import org.jspecify.annotations.NullMarked;
