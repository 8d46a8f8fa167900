/**
 * What a person is shown of a data set: figures, charts as numbers, remarks in words. Plain values, already decided; the
 * terminal, JSON and the page only draw them.
 */
@NullMarked
package dev.slipway.portrait;

import org.jspecify.annotations.NullMarked;
