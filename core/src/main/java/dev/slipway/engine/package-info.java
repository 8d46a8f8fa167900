/** The two verbs over data, fold and map, as interfaces: what runs unchanged on a laptop and on a cluster. */
@NullMarked
package dev.slipway.engine;

import org.jspecify.annotations.NullMarked;
