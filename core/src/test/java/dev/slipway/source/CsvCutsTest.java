package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.problem.SlipwayException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvCutsTest {
    @TempDir
    Path folder;

    @Test
    void parts_read_one_after_the_other_are_the_file_with_every_record_and_line_where_it_was() throws IOException {
        var file = write("n,text\r\n1,\"a\nb\"\r\n\r\n2,x\r3,\"say \"\"\r\n\"\"\"\r\n4,\uFEFFy\n5");

        var parts = CsvCuts.of(new CsvSource(file), 100, 1);

        assertThat(parts).hasSize(5);
        assertThat(parts(file, parts))
                .containsExactly(
                        "1:2 [1, a\nb]",
                        "2:5 [2, x]",
                        "3:6 [3, say \"\r\n\"]",
                        "4:8 [4, \uFEFFy]",
                        "5:9 has 1 field, the header has 2");
    }

    @Test
    void whatever_is_in_a_file_its_parts_say_what_the_whole_says() throws IOException {
        String[] pieces = {"a", "bc", ",", ",", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "é", "\uFEFF", "\0", "\"q,\n\""
        };
        int cut = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFFx,y" : "x,y")
                    .append(random.nextInt(5) == 0 ? "\r" : "\n");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var file = write(text.toString());
            var source = new CsvSource(file, CsvFormat.COMMA);

            var parts = CsvCuts.of(source, 1 + random.nextInt(12), 1);

            assertThat(parts(file, parts))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(said(List.of(() -> CsvReader.open(source))));
            cut += parts.size() > 1 ? 1 : 0;
        }
        assertThat(cut).isGreaterThan(1_000);
    }

    @Test
    void a_header_alone_is_one_part_without_rows() throws IOException {
        for (var text : List.of("a,b", "a,b\n", "\n\na,b\r\n")) {
            var file = write(text);

            var parts = CsvCuts.of(new CsvSource(file), 7, 1);

            assertThat(parts).hasSize(1);
            try (var reader = CsvReader.open(new CsvSource(file), parts.get(0))) {
                var batch = reader.next().orElseThrow().table();
                assertThat(batch.names()).containsExactly("a", "b");
                assertThat(batch.rows()).isZero();
            }
        }
    }

    @Test
    void a_part_has_at_least_the_bytes_that_were_asked_for() throws IOException {
        var file = write("n\n" + "12345\n".repeat(1_000));

        assertThat(CsvCuts.of(new CsvSource(file), 1_000, 2_000)).hasSize(3);
        assertThat(CsvCuts.of(new CsvSource(file), 4, 1)).hasSize(4);
        assertThat(CsvCuts.of(new CsvSource(file), 1, 1)).hasSize(1);
    }

    @Test
    void a_packed_file_has_no_parts() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        var file = Files.write(folder.resolve("data.csv"), packed.toByteArray());

        assertThat(CsvCuts.of(new CsvSource(file), 3, 1)).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private static List<String> parts(Path file, List<CsvPart> parts) {
        var source = new CsvSource(file, CsvFormat.COMMA);
        return said(parts.stream()
                .map(part -> (Supplier<TableReader>) () -> CsvReader.open(source, part))
                .toList());
    }

    /** Every row, then every unreadable record, or why reading ended. */
    private static List<String> said(List<Supplier<TableReader>> readers) {
        var rows = new ArrayList<String>();
        var unreadable = new ArrayList<String>();
        try {
            for (var opening : readers) {
                try (var reader = opening.get()) {
                    for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                        rows.addAll(rows(batch.get()));
                        batch.get()
                                .unreadable()
                                .forEach(bad -> unreadable.add(bad.record() + ":" + bad.line() + " " + bad.reason()));
                    }
                }
            }
        } catch (SlipwayException refused) {
            return List.of(refused.getMessage());
        }
        rows.addAll(unreadable);
        return rows;
    }

    private static List<String> rows(Batch batch) {
        var rows = new ArrayList<String>();
        var table = batch.table();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            rows.add(table.origins().record(row) + ":" + table.origins().line(row) + " "
                    + table.columns().stream().map(column -> column.text(at)).toList());
        }
        return rows;
    }
}
