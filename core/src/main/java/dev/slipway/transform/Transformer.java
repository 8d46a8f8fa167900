package dev.slipway.transform;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.source.Batch;
import dev.slipway.table.Table;

/**
 * A step that learns from training data how to change columns: values only. Fitting is an aggregation like any other, so
 * it runs in one pass on every engine.
 *
 * @param <S> what it remembers of some rows
 */
public interface Transformer<S extends Mergeable<S>> extends Aggregation<S, FittedTransformer> {
    /** Fits on a table that is in memory. */
    default FittedTransformer fit(Table training) {
        return finish(of(Batch.of(training)));
    }
}
