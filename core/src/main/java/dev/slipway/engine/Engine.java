package dev.slipway.engine;

import dev.slipway.source.Sink;
import dev.slipway.source.Source;

/** The two verbs over data. Their answers do not depend on how the rows are cut into batches or spread over threads. */
public interface Engine {
    /** Everything the aggregation wants, in one pass over the source. */
    <S extends Mergeable<S>, R> R fold(Source source, Aggregation<S, R> aggregation);

    /**
     * Applies row-wise code to every batch and writes the results in source order, then finishes the sink. If anything
     * fails, the sink is closed unfinished.
     *
     * @return how many rows were written
     */
    long map(Source source, RowFunction function, Sink sink);
}
