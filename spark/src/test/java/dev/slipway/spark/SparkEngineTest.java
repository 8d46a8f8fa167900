package dev.slipway.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.local.LocalEngine;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.CsvSource;
import dev.slipway.source.Dialect;
import dev.slipway.source.Gathering;
import dev.slipway.source.ManySources;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.Source;
import dev.slipway.source.TableParser;
import dev.slipway.source.TableSource;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class SparkEngineTest {
    private static final int ROWS = 50_000;

    @TempDir
    Path folder;

    record Seen(long rows, long sum, int columns) implements Mergeable<Seen> {
        @Override
        public Seen merge(Seen other) {
            return new Seen(rows + other.rows, sum + other.sum, Math.max(columns, other.columns));
        }
    }

    record Sum() implements Aggregation<Seen, Seen> {
        @Override
        public Seen empty() {
            return new Seen(0, 0, 0);
        }

        @Override
        public Seen of(Batch batch) {
            long sum = 0;
            var column = batch.table().columns().get(0);
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

    private static TableSource numbers() {
        return new TableSource(
                Table.of(IntegerColumn.of("n", LongStream.range(0, ROWS).toArray())));
    }

    private Path csv(int rows) throws IOException {
        var text = new StringBuilder("n\n");
        LongStream.range(0, rows).forEach(n -> text.append(n).append('\n'));
        return Files.writeString(folder.resolve("numbers.csv"), text);
    }

    private static SparkEngine spark(int partitions) {
        return new SparkEngine(LocalSpark.SESSION, partitions);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void a_fold_sees_every_row_once_however_the_source_is_cut(int partitions) throws IOException, SQLException {
        var all = new Seen(ROWS, (long) ROWS * (ROWS - 1) / 2, 1);
        var csv = new CsvSource(csv(ROWS));
        var parquet = new ParquetSource(
                DuckDb.parquet(folder.resolve("n.parquet"), "SELECT range AS n FROM range(%d)".formatted(ROWS)));

        assertThat(spark(partitions).fold(numbers(), new Sum())).isEqualTo(all);
        assertThat(spark(partitions).fold(csv, new Sum())).isEqualTo(all);
        assertThat(spark(partitions).fold(parquet, new Sum())).isEqualTo(all);
    }

    @Test
    void a_source_is_cut_into_the_partitions_that_were_asked_for() throws IOException, SQLException {
        var csv = new CsvSource(csv(ROWS));
        var parquet = new ParquetSource(
                DuckDb.parquet(folder.resolve("n.parquet"), "SELECT range AS n FROM range(%d)".formatted(ROWS)));

        assertThat(spark(7).rows().of(csv).getNumPartitions()).isEqualTo(7);
        assertThat(spark(7).rows().of(numbers()).getNumPartitions()).isEqualTo(7);
        assertThat(spark(7).rows().of(parquet).getNumPartitions()).isBetween(7, 8);
        assertThat(spark(0).rows().of(csv).getNumPartitions()).isEqualTo(1);
    }

    @Test
    void a_source_without_rows_still_shows_its_columns() throws IOException, SQLException {
        var csv = new CsvSource(Files.writeString(folder.resolve("header.csv"), "n,m\n"));
        var memory = new TableSource(Table.of(IntegerColumn.of("n")));
        var parquet =
                new ParquetSource(DuckDb.parquet(folder.resolve("none.parquet"), "SELECT 1 AS n, 2 AS m WHERE false"));

        assertThat(spark(3).fold(csv, new Sum())).isEqualTo(new Seen(0, 0, 2));
        assertThat(spark(3).fold(memory, new Sum())).isEqualTo(new Seen(0, 0, 1));
        assertThat(spark(3).fold(parquet, new Sum())).isEqualTo(new Seen(0, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void a_map_keeps_the_order_of_the_source_and_the_names_of_its_rows(int partitions)
            throws IOException, SQLException {
        var parquet = new ParquetSource(
                DuckDb.parquet(folder.resolve("n.parquet"), "SELECT range AS n FROM range(%d)".formatted(ROWS)));
        for (var source : new Source[] {numbers(), new CsvSource(csv(ROWS)), parquet}) {
            try (var gathering = new Gathering()) {
                long written = spark(partitions).map(source, Batch::table, gathering);

                var table = gathering.table();
                assertThat(written).isEqualTo(ROWS);
                for (int row = 0; row < ROWS; row++) {
                    assertThat(table.columns().get(0).text(row)).isEqualTo(Integer.toString(row));
                    assertThat(table.origins().record(row)).isEqualTo(row + 1L);
                }
            }
        }
    }

    record Doubled() implements TableParser {
        @Override
        public String name() {
            return "doubled";
        }

        @Override
        public Table parse(Table raw) {
            var numbers = raw.column("n");
            return raw.with(TextColumn.of(
                    "n",
                    IntStream.range(0, raw.rows())
                            .mapToObj(row -> Long.toString(2 * Long.parseLong(numbers.text(row))))
                            .toArray(String[]::new)));
        }
    }

    @Test
    void many_files_are_read_one_after_the_other_in_the_columns_of_the_first_and_through_their_parsers()
            throws IOException {
        var first = new CsvSource(Files.writeString(folder.resolve("a.csv"), "n,m\n1,x\n2,y\n"));
        var second = new CsvSource(Files.writeString(folder.resolve("b.csv"), "m,n\nz,3\n\nz,4\nbad\n"));
        var third = new CsvSource(Files.writeString(folder.resolve("c.csv"), "n,m\n"));
        var many = new ManySources(List.of(first, new ParsedSource(second, new Doubled()), third));
        var odd = new ManySources(List.of(first, new CsvSource(csv(10))));

        try (var local = new LocalEngine(2)) {
            var table = gathered(spark(2), many);
            assertThat(table).isEqualTo(gathered(local, many));
            assertThat(table.origins().where(3)).isEqualTo(folder.resolve("b.csv") + ", row 2 (line 4)");
            assertThat(table.column("n").text(3)).isEqualTo("8");
            assertThat(problem(spark(2), odd)).isEqualTo(problem(local, odd)).contains("SOURCE-COLUMNS");
        }
    }

    @Test
    void a_gzip_file_is_read_whole() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("n\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
        }
        var file = Files.write(folder.resolve("n.csv.gz"), bytes.toByteArray());

        assertThat(spark(5).fold(new CsvSource(file), new Sum())).isEqualTo(new Seen(3, 6, 1));
    }

    @Test
    void a_file_in_another_encoding_without_a_header_is_read_as_it_is_said() throws IOException {
        var file = Files.writeString(folder.resolve("n.txt"), "1;\u00e4\n2;b\n", StandardCharsets.ISO_8859_1);
        var dialect = new Dialect(
                Optional.of(';'),
                Optional.of('"'),
                Optional.of(StandardCharsets.ISO_8859_1),
                Optional.of(false),
                List.of("n", "word"));
        var source = new CsvSource(file, dialect);

        assertThat(gathered(spark(2), source).column("word").text(0)).isEqualTo("\u00e4");
        try (var local = new LocalEngine(1)) {
            assertThat(gathered(spark(2), source)).isEqualTo(gathered(local, source));
        }
    }

    @Test
    void the_failure_of_the_earliest_batch_is_rethrown_as_it_was_and_the_sink_stays_unfinished() {
        var file = folder.resolve("out.csv");
        RowFunction failing = batch -> {
            long first = batch.table().origins().record(0);
            if (first > 12_000) {
                throw new ArithmeticException("row " + first);
            }
            return batch.table();
        };
        try (var sink = new CsvSink(file, CsvFormat.COMMA)) {
            assertThatThrownBy(() -> spark(5).map(numbers(), failing, sink))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("row 18193");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_wrong_with_a_file_is_said_in_the_words_of_one_machine() throws IOException, SQLException {
        var text = Files.readString(csv(ROWS));
        var unclosed = new CsvSource(Files.writeString(folder.resolve("open.csv"), text + "\"1\n2\n"));
        var bent = new CsvSource(Files.writeString(folder.resolve("bent.csv"), text.replace("\n777\n", "\n\"7\"77\n")));
        var empty = new CsvSource(Files.writeString(folder.resolve("empty.csv"), ""));
        var missing = new CsvSource(folder.resolve("nowhere.csv"));
        var nothing = new ParquetSource(folder.resolve("nowhere.parquet"));
        var list = new ParquetSource(DuckDb.parquet(folder.resolve("l.parquet"), "SELECT [1, 2] AS l"));
        try (var local = new LocalEngine(2)) {
            for (var source : new Source[] {unclosed, bent, empty, missing, nothing}) {
                assertThat(problem(spark(7), source)).isEqualTo(problem(local, source));
            }
            assertThat(problem(spark(1), list)).contains("SOURCE-TYPE").contains("column 'l' is ARRAY<INT>");
        }
    }

    private static String problem(Engine engine, Source source) {
        try {
            return "no problem: " + engine.fold(source, new Sum());
        } catch (SlipwayException refused) {
            return refused.problems().toString();
        }
    }

    @Test
    void a_parquet_file_cut_short_is_refused() throws IOException, SQLException {
        var file = DuckDb.parquet(folder.resolve("n.parquet"), "SELECT range AS n FROM range(9000)");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4; i < 400; i++) {
            bytes[i] = (byte) 0xA5; // the data of the first group; the footer stays
        }
        var torn = new ParquetSource(Files.write(folder.resolve("torn.parquet"), bytes));
        var half =
                new ParquetSource(Files.write(folder.resolve("half.parquet"), Arrays.copyOf(bytes, bytes.length / 2)));

        assertThat(problem(spark(1), torn)).contains("SOURCE-PARQUET").contains("the file cannot be read as Parquet");
        assertThat(problem(spark(1), half)).contains("SOURCE-PARQUET").contains("the file cannot be read as Parquet");
    }

    @Test
    void every_type_of_a_parquet_file_comes_as_on_one_machine() throws SQLException {
        var file = DuckDb.parquet(folder.resolve("types [1], {x}*?.parquet"), """
                SELECT 1::TINYINT AS tiny, -9007199254740993::BIGINT AS big, 4000000000::UINTEGER AS "u `x`.y",
                       0.1::FLOAT AS tenth, 'NaN'::DOUBLE AS nan, 12.34::DECIMAL(9, 2) AS price, true AS yes,
                       DATE '0999-02-28' AS day, TIMESTAMP '1582-10-04 23:59:59.999999' AS moment,
                       TIMESTAMPTZ '2024-01-01 01:00:00+01' AS zoned, 'Zoë' AS word, '' AS nothing, 1 AS X, 2 AS x_,
                       12345678901234567890.123456789::DECIMAL(38, 9) AS long, -0.000123::DECIMAL(38, 20) AS "_metadata"
                UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL, NULL
                UNION ALL SELECT -2, 5, 6, -0.0, '-Infinity', 0.07, false, DATE '2500-12-31', TIMESTAMP '0001-01-01 00:00:00',
                       TIMESTAMPTZ '1900-01-01 00:00:00+00', '日本 😀', 'x', 4, 5, 98765432109876543210987654321.987654321, 3.3
                """);

        try (var local = new LocalEngine(1)) {
            var here = gathered(local, new ParquetSource(file));
            var there = gathered(spark(1), new ParquetSource(file));

            assertThat(there.names()).isEqualTo(here.names());
            for (var name : here.names()) {
                assertThat(there.column(name)).as(name).isEqualTo(here.column(name));
            }
        }
    }

    private static Table gathered(Engine engine, Source source) {
        try (var gathering = new Gathering()) {
            engine.map(source, Batch::table, gathering);
            return gathering.table();
        }
    }

    private static final CountDownLatch WORKING = new CountDownLatch(1);

    @Test
    void an_interrupted_caller_stops_and_stays_interrupted() throws InterruptedException {
        var told = new String[1];
        var caller = new Thread(() -> {
            try {
                spark(2).fold(numbers(), new Blocking());
            } catch (SlipwayException stopped) {
                told[0] = stopped.problems().get(0).code()
                        + Thread.currentThread().isInterrupted();
            }
        });
        caller.start();
        WORKING.await();
        caller.interrupt();
        caller.join();

        assertThat(told[0]).isEqualTo("ENGINE-INTERRUPTEDtrue");
        assertThat(spark(2).fold(numbers(), new Sum()).rows()).isEqualTo(ROWS);
    }

    private record Blocking() implements Aggregation<Seen, Seen> {
        @Override
        public Seen empty() {
            return new Seen(0, 0, 0);
        }

        @Override
        public Seen of(Batch batch) {
            WORKING.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return empty();
        }

        @Override
        public Seen finish(Seen state) {
            return state;
        }
    }
}
