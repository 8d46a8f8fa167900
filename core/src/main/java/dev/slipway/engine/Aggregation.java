package dev.slipway.engine;

import dev.slipway.source.Batch;
import java.io.Serializable;

/**
 * What is wanted of the rows of a source: a description that says how to look at some of them and how to finish.
 * It travels to other machines by Java serialisation: what it holds is plain data, or is made again on arrival.
 *
 * @param <S> what was seen of some rows
 * @param <R> the answer about all of them
 */
public interface Aggregation<S extends Mergeable<S>, R> extends Serializable {
    /** What is known before any row was seen. */
    S empty();

    /** What these rows say. Called from several threads at once; changes nothing. */
    S of(Batch batch);

    R finish(S state);
}
