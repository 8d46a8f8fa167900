/** Runs ONNX models by Microsoft's runtime, which is not part of the program: without it, one reads what to bring. */
@NullMarked
package dev.slipway.onnx;

import org.jspecify.annotations.NullMarked;
