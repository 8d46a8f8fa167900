/** Algorithms that make models: boosted trees in a child process of their own, and logistic regression in plain Java. */
@NullMarked
package dev.slipway.algorithm;

import org.jspecify.annotations.NullMarked;
