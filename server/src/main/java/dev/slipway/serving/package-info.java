/**
 * What a Slipway server answers: predictions of what is deployed, its health, and the commands of other places that need the
 * state folder it holds.
 */
@NullMarked
package dev.slipway.serving;

import org.jspecify.annotations.NullMarked;
