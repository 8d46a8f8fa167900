/** What the tests of several modules need. */
@NullMarked
package dev.slipway.testkit;

import org.jspecify.annotations.NullMarked;
