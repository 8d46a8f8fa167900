package dev.slipway.testkit;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.source.Batch;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;

/**
 * An engine that sends everything through Java serialisation, as a cluster does: whatever is folded or mapped with it can
 * travel, and arrives as it was.
 */
public record TravellingEngine(Engine engine) implements Engine {
    @Override
    public <S extends Mergeable<S>, R> R fold(Source source, Aggregation<S, R> aggregation) {
        return engine.fold(source, new Sent<>(Travelled.copy(aggregation)));
    }

    @Override
    public long map(Source source, RowFunction function, Sink sink) {
        var there = Travelled.copy(function);
        return engine.map(source, batch -> Travelled.copy(there.apply(Travelled.copy(batch))), sink);
    }

    private record Sent<S extends Mergeable<S>, R>(Aggregation<S, R> aggregation) implements Aggregation<S, R> {
        @Override
        public S empty() {
            return Travelled.copy(aggregation.empty());
        }

        @Override
        public S of(Batch batch) {
            return Travelled.copy(aggregation.of(Travelled.copy(batch)));
        }

        @Override
        public R finish(S state) {
            return aggregation.finish(Travelled.copy(state));
        }
    }
}
