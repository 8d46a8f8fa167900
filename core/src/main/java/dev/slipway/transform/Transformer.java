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
    /** The name of the column that holds the answers, for steps that learn from them; no data can have it. */
    String TARGET = "\u0000target";

    /**
     * Whether what it is fitted on must have the answers too, under the name {@link #TARGET}: numbers, where there are two
     * classes one for the positive one and zero for the other, and several classes as words.
     */
    default boolean readsTarget() {
        return false;
    }

    /**
     * What the training rows themselves become. A step that learns from answers changes them otherwise than later rows, so
     * that no row is described by its own answer.
     *
     * @param training what it was fitted on
     */
    default Table applyToTraining(FittedTransformer fitted, Table training) {
        return fitted.apply(training);
    }

    /** Fits on a table that is in memory. */
    default FittedTransformer fit(Table training) {
        return finish(of(Batch.of(training)));
    }
}
