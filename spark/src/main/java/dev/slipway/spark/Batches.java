package dev.slipway.spark;

import dev.slipway.source.Batch;
import dev.slipway.source.TableReader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The batches of a reader as Spark takes them. Nothing is opened or read before it is asked for, so that a failure comes
 * where its batch would; the reader is closed when the task is over, however it ends. For one thread.
 */
final class Batches implements Iterator<Batch> {
    private final Supplier<TableReader> opening;
    private Optional<TableReader> reader = Optional.empty();
    private Optional<Batch> next = Optional.empty();
    private boolean ended;

    Batches(Supplier<TableReader> opening) {
        this.opening = opening;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = reader.orElseGet(this::open).next();
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    private TableReader open() {
        var opened = opening.get();
        reader = Optional.of(opened);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> opened.close());
        return opened;
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var batch = next.orElseThrow();
        next = Optional.empty();
        return batch;
    }
}
