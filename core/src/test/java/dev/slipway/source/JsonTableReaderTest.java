package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableReaderTest {
    private static final String DEEP = "[".repeat(100_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 9007199254740993, \"b\": \"x\"}\r\n\n{\"b\": null, \"c\": true}\n{\"a\": 1.50}",
                "\uFEFF [{\"a\": 9007199254740993, \"b\": \"x\"},\n\n{\"b\": null, \"c\": true},\n{\"a\": 1.50}\n]\n"
            })
    void columns_are_all_keys_and_numbers_keep_their_digits(String text) throws IOException {
        var read = read("data.json", text);

        assertThat(read.unreadable()).isEmpty();
        assertThat(rows(read.table())).containsExactly("a=9007199254740993 b=x", "c=true", "a=1.50");
        assertThat(read.table().names()).containsExactly("a", "b", "c");
        assertThat(IntStream.range(0, 3).mapToLong(read.table().origins()::line))
                .containsExactly(1L, 3L, 4L);
        assertThat(IntStream.range(0, 3).mapToLong(read.table().origins()::record))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_line_that_is_no_flat_object_is_named_and_the_others_are_read() throws IOException {
        var read = read(
                "data.jsonl",
                "{\"a\": 1}\n{\"a\": [1]}\n{\"a\": {\"b\": 2}}\n5\n{\"a\": 1, \"a\": 2}\n{\"a\": \n{\"a\": 1} x\n{\"a\": NaN}\n{\"\": 1}\n"
                        + "{\"a\": " + DEEP + "\n{\"a\": 2}\n");

        assertThat(rows(read.table())).containsExactly("a=1", "a=2");
        assertThat(read.unreadable())
                .extracting(bad -> bad.record() + ":" + bad.line() + " " + bad.reason())
                .satisfiesExactly(
                        bad -> assertThat(bad).isEqualTo("2:2 has a list in 'a': only flat records are read"),
                        bad -> assertThat(bad).isEqualTo("3:3 has an object in 'a': only flat records are read"),
                        bad -> assertThat(bad).isEqualTo("4:4 is not a JSON object"),
                        bad -> assertThat(bad).isEqualTo("5:5 has the key 'a' twice"),
                        bad -> assertThat(bad).startsWith("6:6 is no JSON: "),
                        bad -> assertThat(bad).startsWith("7:7 is no JSON: "),
                        bad -> assertThat(bad).startsWith("8:8 is no JSON: "),
                        bad -> assertThat(bad).isEqualTo("9:9 has a key without a name"),
                        bad -> assertThat(bad).startsWith("10:10 is no JSON: ").contains("depth"));
    }

    @Test
    void a_record_of_an_array_that_is_not_flat_is_named_and_the_others_are_read() throws IOException {
        var read = read("data.json", "[{\"a\": 1},\n{\"a\": {\"b\": [2]}},\n[1, [2]],\n7,\n{\"a\": 3}]");

        assertThat(rows(read.table())).containsExactly("a=1", "a=3");
        assertThat(read.unreadable()).extracting(Unreadable::line).containsExactly(2L, 3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\": 1},\n{\"a\": 2}",
                "[{\"a\": 1},\n{\"a\" 2}]",
                "[{\"a\": 1},\n{\"a\": 2}] 5",
                "[{\"a\": 1}\n\"x"
            })
    void an_array_that_is_broken_ends_with_a_problem_that_names_the_line(String text) {
        assertThatThrownBy(() -> read("data.json", text))
                .hasMessageContaining("SOURCE-JSON")
                .hasMessageContaining("data.json, line 2");
    }

    @Test
    void a_hundred_thousand_levels_are_refused() {
        assertThatThrownBy(() -> read("data.json", DEEP))
                .hasMessageContaining("SOURCE-JSON")
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> read("data.json", "[{\"a\": " + DEEP)).hasMessageContaining("depth");
        assertThatThrownBy(() -> read("data.json", "{\"a\":".repeat(100_000)))
                .hasMessageContaining("SOURCE-JSON")
                .hasMessageContaining("depth");
    }

    @Test
    void an_object_over_several_lines_says_how_records_are_written() {
        assertThatThrownBy(() -> read("data.json", "{\n \"a\": 1\n}\n"))
                .hasMessageContaining("one object a line, or an array of objects");
    }

    @Test
    void a_key_that_first_comes_after_the_deciding_records_makes_its_record_unreadable() throws IOException {
        var text = "{\"a\": 1}\n".repeat(JsonTableReader.DECIDE) + "{\"a\": 2, \"late\": 3}\n{\"a\": 4}\n";

        var read = read("data.jsonl", text);

        assertThat(read.unreadable())
                .extracting(bad -> bad.line() + " " + bad.reason())
                .containsExactly(
                        "10001 has the key 'late', which none of the first records has: name all with --columns");
        assertThat(read.table().rows()).isEqualTo(JsonTableReader.DECIDE + 1);
        assertThat(read("data.jsonl", text, "a", "late").unreadable()).isEmpty();
    }

    @Test
    void a_damaged_byte_makes_its_record_unreadable_and_no_other() throws IOException {
        for (var text : List.of("{\"a\": \"é\"}\n{\"a\": \"?\"}\n", "[{\"a\": \"é\"},\n{\"a\": \"?\"}]")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == '?' ? (byte) 0xF6 : bytes[i];
            }

            var read = read("data.json", bytes);

            assertThat(rows(read.table())).containsExactly("a=é");
            assertThat(read.unreadable())
                    .extracting(bad -> bad.line() + " " + bad.reason())
                    .singleElement()
                    .satisfies(bad ->
                            assertThat(bad).startsWith("2 has the byte 0xF6").endsWith("which is not UTF-8"));
        }
    }

    @Test
    void a_record_beyond_the_limits_is_refused_before_it_is_held() {
        assertThatThrownBy(() -> read("data.jsonl", "{\"a\": \"" + "x".repeat(3 << 20)))
                .hasMessageContaining("SOURCE-TOO-LONG");
        assertThatThrownBy(() -> read("data.json", "[{\"a\": \"" + "x".repeat(3 << 20)))
                .hasMessageContaining("SOURCE-JSON");
        assertThatThrownBy(() -> read("data.json", "[{" + "\"a\": 1,".repeat(1 << 19)))
                .hasMessageContaining("SOURCE-TOO-LONG");
    }

    @Test
    void what_is_packed_is_unpacked_and_what_is_empty_is_said_to_be() throws IOException {
        byte[] packed = Zstd.compress("{\"a\": 1}\n".repeat(9_000).getBytes(StandardCharsets.UTF_8));

        assertThat(read("data.jsonl.zst", packed).table().rows()).isEqualTo(9_000);
        assertThatThrownBy(() -> read("data.jsonl.zst", Arrays.copyOf(packed, packed.length - 2)))
                .hasMessageContaining("SOURCE-ZSTD");
        assertThatThrownBy(() -> read("data.json", "[]")).hasMessageContaining("SOURCE-EMPTY");
        assertThatThrownBy(() -> read("data.jsonl", "\n \n")).hasMessageContaining("SOURCE-EMPTY");
        assertThatThrownBy(() -> read("data.jsonl", "7\n")).hasMessageContaining("is not a JSON object");
    }

    private Batch read(String name, String text, String... columns) throws IOException {
        return read(name, text.getBytes(StandardCharsets.UTF_8), columns);
    }

    private Batch read(String name, byte[] bytes, String... columns) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        var dialect =
                new Dialect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(columns));
        var source = Source.of(file, dialect);
        assertThat(source).isInstanceOf(JsonSource.class);
        var tables = new ArrayList<Table>();
        var unreadable = new ArrayList<Unreadable>();
        try (var reader = JsonTableReader.open((JsonSource) source)) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                tables.add(batch.get().table());
                unreadable.addAll(batch.get().unreadable());
            }
        }
        return new Batch(Table.concat(tables), unreadable);
    }

    private static List<String> rows(Table table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> String.join(
                        " ",
                        table.columns().stream()
                                .filter(column -> !column.isMissing(row))
                                .map(column -> column.name() + "=" + column.text(row))
                                .toList()))
                .toList();
    }
}
