/** What people and machines write, read strictly: YAML 1.2 and JSON as one tree whose every value knows its place. */
@NullMarked
package dev.slipway.document;

import org.jspecify.annotations.NullMarked;
