/**
 * Decision trees, whoever grew them: XGBoost's, LightGBM's and our own forests are read, scored and shown for explanation
 * without a native library, with the answers of the library that grew them.
 */
@NullMarked
package dev.slipway.tree;

import org.jspecify.annotations.NullMarked;
