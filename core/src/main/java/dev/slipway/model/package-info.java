/** What answers: constant, rule, linear and tree models, the pipeline before them, and the folder a model travels in. */
@NullMarked
package dev.slipway.model;

import org.jspecify.annotations.NullMarked;
