/** What data must be, inferred, reviewed by people, and checked: every row that breaks a rule is named. */
@NullMarked
package dev.slipway.contract;

import org.jspecify.annotations.NullMarked;
