/** The proof of a contract: violations are planted, and each must be named by its rule and its row, and by nothing else. */
@NullMarked
package dev.slipway.proof;

import org.jspecify.annotations.NullMarked;
