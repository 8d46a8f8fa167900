/** SQL expressions over the columns of a table: parsed, typed and evaluated here, so that no text reaches a database. */
@NullMarked
package dev.slipway.expression;

import org.jspecify.annotations.NullMarked;
