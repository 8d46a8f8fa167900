/** The two verbs over data on this machine, on all its cores; Parquet through DuckDB. */
@NullMarked
package dev.slipway.local;

import org.jspecify.annotations.NullMarked;
