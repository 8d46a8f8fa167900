/** The runs a project has made: what was tried, with which parameters, how good it was, and the model that came out. */
@NullMarked
package dev.slipway.tracking;

import org.jspecify.annotations.NullMarked;
