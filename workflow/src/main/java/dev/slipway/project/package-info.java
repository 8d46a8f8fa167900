/** The project as people write it: {@code slipway.yaml}, read strictly and turned into values. */
@NullMarked
package dev.slipway.project;

import org.jspecify.annotations.NullMarked;
