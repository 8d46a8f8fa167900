/** What is in a data set: what its texts can be read as, and mergeable, order-free statistics of every column. */
@NullMarked
package dev.slipway.profile;

import org.jspecify.annotations.NullMarked;
