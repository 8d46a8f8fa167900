package dev.slipway.model;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits steps where the rows are: one fold for each step, over what the steps before it make of the rows, so that only what a
 * step remembers is ever together in one place.
 *
 * @param typed makes typed columns of the source's rows, as a contract does
 */
public record Fitting(Engine engine, Source source, RowFunction typed) {
    /** The fitted steps, in order; the bits they would have if all rows were one table in memory. */
    public List<FittedTransformer> fit(List<Transformer<?>> steps) {
        var fitted = new ArrayList<FittedTransformer>();
        for (var step : steps) {
            if (step.readsTarget()) {
                throw SlipwayException.usage(
                        "TRANSFORM-READS-TARGET",
                        "the step learns from the answers and is fitted only where all rows are in memory: " + step,
                        "the steps",
                        "leave the step out, or train without an engine of its own");
            }
            fitted.add(fit(step, List.copyOf(fitted)));
        }
        return List.copyOf(fitted);
    }

    private <S extends Mergeable<S>> FittedTransformer fit(Transformer<S> step, List<FittedTransformer> before) {
        return engine.fold(source, new Behind<>(typed, before, step));
    }

    /** The rows as they come out of the steps. */
    public RowFunction prepared(List<FittedTransformer> steps) {
        var first = typed;
        var then = List.copyOf(steps);
        return batch -> applied(first.apply(batch), then);
    }

    private static Table applied(Table rows, List<FittedTransformer> steps) {
        var table = rows;
        for (var step : steps) {
            table = step.apply(table);
        }
        return table;
    }

    /** A step that looks at rows as the steps before it make them. */
    private record Behind<S extends Mergeable<S>>(
            RowFunction typed, List<FittedTransformer> before, Transformer<S> step)
            implements Aggregation<S, FittedTransformer> {
        @Override
        public S empty() {
            return step.empty();
        }

        @Override
        public S of(Batch batch) {
            return step.of(new Batch(applied(typed.apply(batch), before), batch.unreadable()));
        }

        @Override
        public FittedTransformer finish(S state) {
            return step.finish(state);
        }
    }
}
