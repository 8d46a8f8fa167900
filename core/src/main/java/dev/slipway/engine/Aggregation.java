package dev.slipway.engine;

import dev.slipway.source.Batch;

/**
 * What is wanted of the rows of a source: a description that says how to look at some of them and how to finish.
 *
 * @param <S> what was seen of some rows
 * @param <R> the answer about all of them
 */
public interface Aggregation<S extends Mergeable<S>, R> {
    /** What is known before any row was seen. */
    S empty();

    /** What these rows say. Called from several threads at once; changes nothing. */
    S of(Batch batch);

    R finish(S state);
}
