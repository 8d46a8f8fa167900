package dev.slipway.local;

import dev.slipway.source.Batch;
import dev.slipway.source.ManySources;
import dev.slipway.source.SameColumns;
import dev.slipway.source.Source;
import dev.slipway.source.TableReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The batches of several sources, one source after the other, with the columns in the order of the first. */
final class OneAfterAnother implements TableReader {
    private final Deque<Source> waiting;
    private TableReader current;
    private Optional<SameColumns> columns = Optional.empty();

    OneAfterAnother(ManySources sources) {
        waiting = new ArrayDeque<>(sources.parts());
        current = Readers.open(waiting.remove());
    }

    @Override
    public Optional<Batch> next() {
        var batch = current.next();
        while (batch.isEmpty() && !waiting.isEmpty()) {
            current.close();
            current = Readers.open(waiting.remove());
            batch = current.next();
        }
        return batch.map(this::alike);
    }

    private Batch alike(Batch batch) {
        var same = columns.orElseGet(() -> SameColumns.of(batch));
        columns = Optional.of(same);
        return same.alike(batch);
    }

    @Override
    public void close() {
        current.close();
    }
}
