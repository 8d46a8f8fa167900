/** The two verbs on Apache Spark: the same answers as on one machine, to the bit. */
@NullMarked
package dev.slipway.spark;

import org.jspecify.annotations.NullMarked;
