/**
 * Linear models in plain Java: least squares, ridge, lasso and elastic net for quantities, logistic and softmax regression for
 * classes. All read sparse rows, so a table of words with fifty thousand columns costs what is in it.
 */
@NullMarked
package dev.slipway.linear;

import org.jspecify.annotations.NullMarked;
