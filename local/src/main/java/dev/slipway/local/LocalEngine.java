package dev.slipway.local;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.MergeTree;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.Progress;
import dev.slipway.engine.RowFunction;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;
import dev.slipway.source.TableReader;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The two verbs on the cores of this machine. The calling thread reads the source and takes the results in source order;
 * workers look at the batches in between, of which only a few are in memory at a time. May be used by several threads at
 * once, and by code it runs.
 */
public final class LocalEngine implements Engine, AutoCloseable {
    private final ExecutorService workers;
    private final int inFlight;
    private final Progress progress;

    /** As many workers as there are cores. */
    public LocalEngine() {
        this(Runtime.getRuntime().availableProcessors());
    }

    public LocalEngine(int threads) {
        this(threads, Progress.NONE);
    }

    /** The progress is told by whichever thread asks for a pass. */
    public LocalEngine(int threads, Progress progress) {
        this.progress = progress;
        var number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "slipway-local-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        inFlight = 2 * threads + 1;
    }

    @Override
    public <S extends Mergeable<S>, R> R fold(Source source, Aggregation<S, R> aggregation) {
        var states = new MergeTree<S>();
        inOrder(source, aggregation::of, states::add);
        return aggregation.finish(states.root().orElseGet(aggregation::empty));
    }

    @Override
    public long map(Source source, RowFunction function, Sink sink) {
        var written = new long[1];
        try {
            inOrder(source, function, rows -> {
                sink.write(rows);
                written[0] += rows.rows();
            });
            sink.finish();
        } catch (RuntimeException | Error e) {
            closeUnfinished(sink, e);
            throw e;
        }
        return written[0];
    }

    private static void closeUnfinished(Sink sink, Throwable reason) {
        try {
            sink.close();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Results are taken in source order, so the first failure is always that of the earliest batch that fails. */
    private <T> void inOrder(Source source, Function<Batch, T> work, Consumer<T> take) {
        if (source instanceof ParsedSource parsed) {
            // Workers parse, not the thread that reads.
            inOrder(parsed.raw(), batch -> work.apply(parsed.parse(batch)), take);
            return;
        }
        var pending = new ArrayDeque<FutureTask<T>>(inFlight);
        long rows = 0;
        try (var reader = Readers.open(source)) {
            for (var batch = next(reader, pending, take); batch.isPresent(); batch = next(reader, pending, take)) {
                if (pending.size() == inFlight) {
                    take.accept(result(pending.remove()));
                }
                var next = batch.get();
                rows += next.table().rows();
                progress.read(rows);
                var task = new FutureTask<>(() -> work.apply(next));
                pending.add(task);
                workers.execute(task);
            }
            takeAll(pending, take);
        } finally {
            progress.done();
            pending.forEach(task -> task.cancel(true));
        }
    }

    /** Where reading fails, a batch before may have failed too, and that is then the first failure. */
    private static <T> Optional<Batch> next(TableReader reader, Queue<FutureTask<T>> pending, Consumer<T> take) {
        try {
            return reader.next();
        } catch (RuntimeException failure) {
            takeAll(pending, take);
            throw failure;
        }
    }

    private static <T> void takeAll(Queue<FutureTask<T>> pending, Consumer<T> take) {
        while (!pending.isEmpty()) {
            take.accept(result(pending.remove()));
        }
    }

    private static <T> T result(FutureTask<T> task) {
        if (Thread.currentThread().isInterrupted()) {
            task.cancel(true);
            throw interrupted();
        }
        // Does nothing if a worker has it. If none has, waiting could be for ever: the workers may be waiting
        // themselves.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a function cannot throw this", cause);
        }
    }

    private static SlipwayException interrupted() {
        return SlipwayException.failed(
                "ENGINE-INTERRUPTED", "the work was interrupted", "this process", "start it again");
    }

    /** Work that is under way fails. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
