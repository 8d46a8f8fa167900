/** What a training run found out, as one record: for a page, for programs, and for whoever has to decide about a model. */
@NullMarked
package dev.slipway.dossier;

import org.jspecify.annotations.NullMarked;
