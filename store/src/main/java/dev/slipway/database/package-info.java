/** The state folder of a project and the database in it: who holds them, what survives a kill, what a damaged one says. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
