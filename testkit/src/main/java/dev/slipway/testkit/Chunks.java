package dev.slipway.testkit;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.source.Batch;
import dev.slipway.source.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A fold as no engine would do it: the rows in chunks of random lengths, merged in random order and grouping. */
public final class Chunks {
    /** So many states wait to be merged with any of the others. */
    private static final int WAITING = 20;

    private Chunks() {}

    /** Closes the reader. */
    public static <S extends Mergeable<S>, R> R fold(TableReader reader, Aggregation<S, R> aggregation, Random random) {
        var states = new ArrayList<S>();
        try (reader) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                for (var chunk : chunks(batch.get(), random)) {
                    states.add(aggregation.of(chunk));
                    mergeDownTo(WAITING, states, random);
                }
            }
        }
        mergeDownTo(1, states, random);
        return aggregation.finish(aggregation.empty().merge(states.get(0)));
    }

    private static <S extends Mergeable<S>> void mergeDownTo(int most, List<S> states, Random random) {
        while (states.size() > most) {
            S one = states.remove(random.nextInt(states.size()));
            int other = random.nextInt(states.size());
            states.set(other, states.get(other).merge(one));
        }
    }

    private static List<Batch> chunks(Batch batch, Random random) {
        var chunks = new ArrayList<Batch>();
        int rows = batch.table().rows();
        int from = 0;
        while (from < rows) {
            int to = Math.min(rows, from + 1 + random.nextInt(random.nextInt(10) == 0 ? 5_000 : 500));
            chunks.add(Batch.of(batch.table().slice(from, to)));
            from = to;
        }
        chunks.add(new Batch(batch.table().slice(rows, rows), batch.unreadable()));
        return chunks;
    }
}
