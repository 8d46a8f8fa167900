package dev.slipway.testkit;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.source.Batch;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/**
 * An engine that sends everything through Java serialisation, as a cluster does: whatever is folded or mapped with it can
 * travel, and arrives as it was.
 */
public record TravellingEngine(Engine engine) implements Engine {
    @Override
    public <S extends Mergeable<S>, R> R fold(Source source, Aggregation<S, R> aggregation) {
        return engine.fold(source, new Sent<>(arrived(aggregation)));
    }

    @Override
    public long map(Source source, RowFunction function, Sink sink) {
        var there = arrived(function);
        return engine.map(source, batch -> arrived(there.apply(arrived(batch))), sink);
    }

    private record Sent<S extends Mergeable<S>, R>(Aggregation<S, R> aggregation) implements Aggregation<S, R> {
        @Override
        public S empty() {
            return arrived(aggregation.empty());
        }

        @Override
        public S of(Batch batch) {
            return arrived(aggregation.of(arrived(batch)));
        }

        @Override
        public R finish(S state) {
            return aggregation.finish(arrived(state));
        }
    }

    /** As it is on another machine. */
    @SuppressWarnings("unchecked")
    public static <T> T arrived(T thing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        } catch (IOException e) {
            throw new AssertionError("it cannot travel: " + e, e);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError("it does not arrive: " + e, e);
        }
    }
}
