package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.Progress;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.CsvSource;
import dev.slipway.source.Gathering;
import dev.slipway.source.TableSource;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocalEngineTest {
    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    /** How many rows, the sum of what stands in "n", and how many columns the widest batch had. */
    record Seen(long rows, long sum, int columns) implements Mergeable<Seen> {
        @Override
        public Seen merge(Seen other) {
            return new Seen(rows + other.rows, sum + other.sum, Math.max(columns, other.columns));
        }
    }

    static final class Sum implements Aggregation<Seen, Seen> {
        @Override
        public Seen empty() {
            return new Seen(0, 0, 0);
        }

        @Override
        public Seen of(Batch batch) {
            var column = batch.table().column("n");
            long sum = 0;
            for (int row = 0; row < column.size(); row++) {
                sum += Long.parseLong(column.text(row));
            }
            return new Seen(column.size(), sum, batch.table().columns().size());
        }

        @Override
        public Seen finish(Seen state) {
            return state;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void a_fold_sees_every_row_once_whatever_the_number_of_threads(int threads) {
        try (var engine = new LocalEngine(threads)) {
            assertThat(engine.fold(numbers(), new Sum())).isEqualTo(new Seen(ROWS, (long) ROWS * (ROWS - 1) / 2, 1));
        }
    }

    @Test
    void a_pass_tells_how_far_it_is_and_when_it_is_over() {
        var told = new ArrayList<Long>();
        var progress = new Progress() {
            @Override
            public void read(long rows) {
                told.add(rows);
            }

            @Override
            public void done() {
                told.add(-1L);
            }
        };
        try (var engine = new LocalEngine(2, progress)) {
            engine.fold(numbers(), new Sum());
        }

        assertThat(told).endsWith((long) ROWS, -1L).hasSizeGreaterThan(3);
        assertThat(told.subList(0, told.size() - 1)).isSorted();
    }

    @Test
    void a_source_without_rows_still_shows_its_columns() throws IOException {
        Path file = Files.writeString(folder.resolve("header.csv"), "n,m\n");
        var inMemory = new TableSource(Table.of(IntegerColumn.of("n")));

        try (var engine = new LocalEngine(2)) {
            assertThat(engine.fold(new CsvSource(file), new Sum())).isEqualTo(new Seen(0, 0, 2));
            assertThat(engine.fold(inMemory, new Sum())).isEqualTo(new Seen(0, 0, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void a_map_keeps_the_order_of_the_source(int threads) {
        try (var engine = new LocalEngine(threads);
                var gathering = new Gathering()) {
            long written = engine.map(numbers(), Batch::table, gathering);

            assertThat(written).isEqualTo(ROWS);
            assertThat(gathering.table()).isEqualTo(numbers().table());
            assertThat(gathering.table().origins().record(ROWS - 1)).isEqualTo(ROWS);
        }
    }

    @Test
    void the_failure_of_the_earliest_batch_is_rethrown_as_it_was_and_the_sink_stays_unfinished() {
        Path file = folder.resolve("out.csv");
        try (var engine = new LocalEngine(3);
                var sink = new CsvSink(file, CsvFormat.COMMA)) {
            assertThatThrownBy(() -> engine.map(numbers(), LocalEngineTest::failingFromTheThirdBatchOn, sink))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("row 16385");
        }

        assertThat(folder).isEmptyDirectory();
    }

    private static Table failingFromTheThirdBatchOn(Batch batch) {
        long first = batch.table().origins().record(0);
        if (first > 16_384) {
            throw new ArithmeticException("row " + first);
        }
        return batch.table();
    }

    @Test
    void a_source_that_fails_in_the_middle_fails_the_whole() throws IOException {
        var text = new StringBuilder("n\n");
        LongStream.range(0, 50_000).forEach(n -> text.append(n).append('\n'));
        Path file = Files.writeString(folder.resolve("open.csv"), text + "\"1\n2\n");

        try (var engine = new LocalEngine(2)) {
            assertThatThrownBy(() -> engine.fold(new CsvSource(file), new Sum()))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("line 50002");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_batch_that_fails_before_the_source_does_is_the_first_failure(int threads) throws IOException {
        var text = new StringBuilder("n\n");
        LongStream.range(0, 9_000).forEach(n -> text.append(n).append('\n'));
        Path file = Files.writeString(folder.resolve("open.csv"), text + "\"1\n2\n");

        try (var engine = new LocalEngine(threads);
                var sink = new Gathering()) {
            assertThatThrownBy(() -> engine.map(
                            new CsvSource(file),
                            batch -> {
                                throw new ArithmeticException("the first batch");
                            },
                            sink))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("the first batch");
        }
    }

    /** Which batches it saw, in order, and how deep the merges go that made it. */
    record Depth(String batches, int depth) implements Mergeable<Depth> {
        @Override
        public Depth merge(Depth other) {
            return new Depth(batches + other.batches, 1 + Math.max(depth, other.depth));
        }
    }

    private record Deep() implements Aggregation<Depth, Depth> {
        @Override
        public Depth empty() {
            return new Depth("", 0);
        }

        @Override
        public Depth of(Batch batch) {
            return new Depth(batch.table().column("n").text(0) + " ", 0);
        }

        @Override
        public Depth finish(Depth state) {
            return state;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void states_are_merged_in_source_order_in_a_tree_and_not_one_after_another(int threads) {
        try (var engine = new LocalEngine(threads)) {
            assertThat(engine.fold(numbers(), new Deep()))
                    .isEqualTo(
                            new Depth("0 8192 16384 24576 32768 40960 49152 57344 65536 73728 81920 90112 98304 ", 4));
        }
    }

    @Test
    void only_a_few_batches_are_in_memory_at_a_time() {
        var begun = new AtomicInteger();
        var most = new AtomicInteger();
        var taken = new AtomicInteger();
        var sink = new dev.slipway.source.Sink() {
            @Override
            public void write(Table rows) {
                most.accumulateAndGet(begun.get() - taken.getAndIncrement(), Math::max);
            }

            @Override
            public void finish() {}

            @Override
            public void close() {}
        };

        try (var engine = new LocalEngine(1)) {
            engine.map(
                    numbers(),
                    batch -> {
                        begun.incrementAndGet();
                        return batch.table();
                    },
                    sink);
        }

        assertThat(taken.get()).isEqualTo(13);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void code_that_runs_in_the_engine_may_use_it() {
        try (var engine = new LocalEngine(1);
                var gathering = new Gathering()) {
            engine.map(
                    numbers(),
                    batch -> {
                        var inner = engine.fold(new TableSource(batch.table()), new Sum());
                        return Table.of(IntegerColumn.of("rows", inner.rows()));
                    },
                    gathering);

            assertThat(gathering.table().column("rows").number(0)).isEqualTo(8_192);
        }
    }

    @Test
    void an_interrupted_caller_stops_and_stays_interrupted() throws InterruptedException {
        var working = new CountDownLatch(1);
        var thrown = new AtomicReference<List<Object>>(List.of());
        try (var engine = new LocalEngine(1)) {
            var caller = new Thread(() -> {
                try {
                    engine.fold(numbers(), new Blocking(working));
                } catch (SlipwayException e) {
                    thrown.set(List.of(
                            e.problems().get(0).code(), Thread.currentThread().isInterrupted()));
                }
            });
            caller.start();
            working.await();
            caller.interrupt();
            caller.join(TimeUnit.SECONDS.toMillis(30));
        }

        assertThat(thrown.get()).isEqualTo(List.of("ENGINE-INTERRUPTED", true));
    }

    private record Blocking(CountDownLatch working) implements Aggregation<Seen, Seen> {
        @Override
        public Seen empty() {
            return new Seen(0, 0, 0);
        }

        @Override
        public Seen of(Batch batch) {
            working.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return empty();
        }

        @Override
        public Seen finish(Seen state) {
            return state;
        }
    }

    private static TableSource numbers() {
        var column = IntegerColumn.of("n", LongStream.range(0, ROWS).toArray());
        return new TableSource(Table.of(List.of(column), Origins.from("numbers", 1, ROWS)));
    }
}
