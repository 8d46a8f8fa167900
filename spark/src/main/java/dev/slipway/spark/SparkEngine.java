package dev.slipway.spark;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.MergeTree;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.Sink;
import dev.slipway.source.Source;
import dev.slipway.spark.Outcome.Done;
import dev.slipway.spark.Outcome.Failed;
import dev.slipway.table.Table;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The two verbs on Apache Spark. Tasks read the parts of the source and look at them; of a fold only states travel and merge,
 * of a map the results wait on the disks of the executors until the driver writes them in source order. May be used by
 * several threads at once. The session stays its owner's, who closes it.
 */
public final class SparkEngine implements Engine {
    private final SparkSession session;
    private final Rows rows;

    /** The size of a source decides how many tasks read it. */
    public SparkEngine(SparkSession session) {
        this(session, 0);
    }

    /** @param partitions how many parts a source is cut into where it can be; 0 where its size decides */
    public SparkEngine(SparkSession session, int partitions) {
        this.session = session;
        rows = new Rows(session, partitions);
        String serializer = session.sparkContext().getConf().get("spark.serializer", "java");
        if (serializer.endsWith("KryoSerializer")) {
            throw SlipwayException.usage(
                    "SPARK-SERIALIZER",
                    "results travel by Java serialisation, and this Spark uses Kryo",
                    "spark.serializer",
                    "leave spark.serializer at its default, org.apache.spark.serializer.JavaSerializer");
        }
    }

    Rows rows() {
        return rows;
    }

    @Override
    public <S extends Mergeable<S>, R> R fold(Source source, Aggregation<S, R> aggregation) {
        return new Job(session, "fold over " + source.name()).run(() -> fold(rows.of(source), aggregation));
    }

    /** Over partitions in any order. */
    <S extends Mergeable<S>, R> R fold(JavaRDD<Batch> batches, Aggregation<S, R> aggregation) {
        var outcome = batches.mapPartitionsWithIndex(
                        (partition, some) ->
                                List.of(seen(partition, some, aggregation)).iterator(),
                        false)
                .treeReduce(SparkEngine::merged);
        if (outcome instanceof Failed<S> failed) {
            throw failed.failure();
        }
        return aggregation.finish(((Done<S>) outcome).value());
    }

    private static <S extends Mergeable<S>> Outcome<S> seen(
            int partition, Iterator<Batch> batches, Aggregation<S, ?> aggregation) {
        try {
            var states = new MergeTree<S>();
            while (batches.hasNext()) {
                states.add(aggregation.of(batches.next()));
            }
            return new Done<>(states.root().orElseGet(aggregation::empty));
        } catch (RuntimeException failure) {
            return new Failed<>(partition, Job.refusal(failure));
        }
    }

    private static <S extends Mergeable<S>> Outcome<S> merged(Outcome<S> some, Outcome<S> others) {
        if (some instanceof Failed<S> first) {
            return others instanceof Failed<S> second && second.partition() < first.partition() ? second : first;
        }
        if (others instanceof Failed<S> failed) {
            return failed;
        }
        return new Done<>(((Done<S>) some).value().merge(((Done<S>) others).value()));
    }

    @Override
    public long map(Source source, RowFunction function, Sink sink) {
        try {
            long written =
                    new Job(session, "map over " + source.name()).run(() -> map(rows.of(source), function, sink));
            sink.finish();
            return written;
        } catch (RuntimeException | Error e) {
            closeUnfinished(sink, e);
            throw e;
        }
    }

    private static long map(JavaRDD<Batch> batches, RowFunction function, Sink sink) {
        var results = batches.mapPartitionsWithIndex((partition, some) -> new Results(partition, some, function), true)
                .persist(StorageLevel.DISK_ONLY());
        try {
            // All tasks run here, side by side; below, Spark runs one small job a partition, one after the other.
            results
                    .filter(result -> result instanceof Failed<Table>)
                    .map(result -> (Failed<Table>) result)
                    .collect()
                    .stream()
                    .findFirst()
                    .ifPresent(failed -> {
                        throw failed.failure();
                    });
            long written = 0;
            for (var each = results.toLocalIterator(); each.hasNext(); ) {
                var table = ((Done<Table>) each.next()).value();
                sink.write(table);
                written += table.rows();
            }
            return written;
        } finally {
            results.unpersist(false);
        }
    }

    private static void closeUnfinished(Sink sink, Throwable reason) {
        try {
            sink.close();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** What the function makes of the batches of a partition, up to the first it refuses. For one thread. */
    private static final class Results implements Iterator<Outcome<Table>> {
        private final int partition;
        private final Iterator<Batch> batches;
        private final RowFunction function;
        private Optional<Outcome<Table>> next = Optional.empty();
        private boolean failed;

        Results(int partition, Iterator<Batch> batches, RowFunction function) {
            this.partition = partition;
            this.batches = batches;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && !failed) {
                next = compute();
            }
            return next.isPresent();
        }

        private Optional<Outcome<Table>> compute() {
            try {
                return batches.hasNext() ? Optional.of(new Done<>(function.apply(batches.next()))) : Optional.empty();
            } catch (RuntimeException failure) {
                failed = true;
                return Optional.of(new Failed<>(partition, Job.refusal(failure)));
            }
        }

        @Override
        public Outcome<Table> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var result = next.orElseThrow();
            next = Optional.empty();
            return result;
        }
    }
}
