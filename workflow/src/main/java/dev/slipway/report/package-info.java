/** What a check found, written for people, programs and build servers: one shape, one small class a format. */
@NullMarked
package dev.slipway.report;

import org.jspecify.annotations.NullMarked;
