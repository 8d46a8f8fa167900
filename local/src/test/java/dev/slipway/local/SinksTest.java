package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.Source;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinksTest {
    private static final Missing SECOND = Missing.where(3, row -> row == 1);

    private static final Table ROWS = Table.of(
            IntegerColumn.of("id \"x\"", SECOND, 9007199254740993L, 0, -1),
            NumberColumn.of("x", SECOND, 0.1, 0, 1e300),
            BooleanColumn.of("b", SECOND, true, false, false),
            TimestampColumn.of("t", SECOND, 1_700_000_000_123_456L, 0, -1),
            TextColumn.of("s", SECOND, "Zoë, \"q\"\n", "", "=1+1"));

    @TempDir
    Path folder;

    @Test
    void what_was_written_as_parquet_reads_back_as_the_same_table() {
        var file = folder.resolve("out.parquet");

        write(file, ROWS);

        assertThat(read(file)).isEqualTo(ROWS);
        assertThat(folder.toFile().list()).containsExactly("out.parquet");
    }

    @Test
    void json_lines_hold_numbers_as_numbers_and_null_where_nothing_is() throws IOException {
        var file = folder.resolve("out.jsonl");

        write(file, ROWS.with(NumberColumn.of("x", 0.1, Double.NaN, 1e300)));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"id \\\"x\\\"\":9007199254740993,\"x\":0.1,\"b\":true,\"t\":\"2023-11-14T22:13:20.123456Z\",\"s\":\"Zoë, \\\"q\\\"\\n\"}",
                        "{\"id \\\"x\\\"\":null,\"x\":null,\"b\":null,\"t\":null,\"s\":null}",
                        "{\"id \\\"x\\\"\":-1,\"x\":1.0E300,\"b\":false,\"t\":\"1969-12-31T23:59:59.999999Z\",\"s\":\"=1+1\"}");
        assertThat(read(file).column("id \"x\"").text(0)).isEqualTo("9007199254740993");
    }

    @Test
    void categories_are_written_as_words() {
        var file = folder.resolve("out.pq");

        write(file, Table.of(CategoryColumn.of("c", List.of("a", "b"), 1, 0, -1)));

        assertThat(read(file).column("c").text(0)).isEqualTo("b");
        assertThat(read(file).column("c").isMissing(2)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.jsonl", "out.parquet"})
    void nothing_is_left_of_what_was_not_finished(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), "as it was");

        try (var sink = Sinks.open(file)) {
            sink.write(ROWS);
        }

        assertThat(file).hasContent("as it was");
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.jsonl", "out.parquet"})
    void a_folder_that_is_not_there_is_named(String name) {
        assertThatThrownBy(() -> Sinks.open(folder.resolve("no").resolve(name)))
                .hasMessageContaining("SINK-WRITE")
                .hasMessageContaining(name);
    }

    private static void write(Path file, Table rows) {
        try (var sink = Sinks.open(file)) {
            sink.write(rows.slice(0, 1));
            sink.write(rows.slice(1, rows.rows()));
            sink.finish();
        }
    }

    private static Table read(Path file) {
        try (var reader = Readers.open(Source.of(file))) {
            return reader.next().orElseThrow().table();
        }
    }
}
