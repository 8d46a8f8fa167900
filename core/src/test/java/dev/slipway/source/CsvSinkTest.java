package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSinkTest {
    @TempDir
    Path folder;

    @Test
    void quotes_stand_where_they_are_needed_and_a_missing_cell_is_empty() throws IOException {
        var rows = Table.of(
                TextColumn.of("name", "Ann", "O\"Hara, B", "two\nlines"),
                IntegerColumn.of("n", Missing.where(3, row -> row == 1), 1, 0, 3),
                NumberColumn.of("x", 0.5, 2, 1e300));

        assertThat(written(CsvFormat.COMMA, rows))
                .isEqualTo("name,n,x\nAnn,1,0.5\n\"O\"\"Hara, B\",,2.0\n\"two\nlines\",3,1.0E300\n");
    }

    @Test
    void text_that_was_read_comes_out_as_the_same_text() throws IOException {
        var rows = Table.of(
                TextColumn.of("a,\"b", "", " x ", "\r", "\r\n", "\"", "=1+1", "#", "Zoë 😀", "\uFFFD", "a;b\tc|d"),
                TextColumn.of("b", "1", "", "\"\"", ",", "\n", "'", "\\", "NULL", "007", " "));
        Path file = folder.resolve("out.csv");

        write(file, CsvFormat.COMMA, rows);

        assertThat(read(file)).isEqualTo(rows);
    }

    @Test
    void empty_values_of_a_lone_column_are_not_lost_as_blank_lines() throws IOException {
        var rows = Table.of(TextColumn.of("a", "", "x", ""));
        Path file = folder.resolve("out.csv");

        write(file, CsvFormat.COMMA, rows);

        assertThat(read(file)).isEqualTo(rows);
    }

    @Test
    void the_delimiter_is_the_one_of_the_format() throws IOException {
        assertThat(written(
                        new CsvFormat(';', '"'),
                        Table.of(TextColumn.of("a", "1,5", "x;y"), TextColumn.of("b", "", ""))))
                .isEqualTo("a;b\n1,5;\n\"x;y\";\n");
    }

    @Test
    void nothing_can_be_seen_before_it_is_finished_and_nothing_is_left_if_it_is_not() throws IOException {
        Path file = folder.resolve("out.csv");
        Files.writeString(file, "as it was");

        try (var sink = new CsvSink(file, CsvFormat.COMMA)) {
            sink.write(Table.of(TextColumn.of("a", "1")));
            assertThat(file).hasContent("as it was");
        }

        assertThat(file).hasContent("as it was");
        assertThat(folder.toFile().list()).containsExactly("out.csv");
    }

    @Test
    void a_header_stands_alone_where_no_table_was_written() {
        Path file = folder.resolve("out.csv");

        try (var sink = new CsvSink(file, CsvFormat.COMMA, List.of("a", "b"))) {
            sink.finish();
        }

        assertThat(file).hasContent("a,b");
        assertThat(folder.toFile().list()).containsExactly("out.csv");
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem_that_names_the_file() {
        Path file = folder.resolve("no/out.csv");

        assertThatThrownBy(() -> new CsvSink(file, CsvFormat.COMMA))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("out.csv")
                .hasMessageContaining("folder exists");
    }

    @Test
    void a_byte_order_mark_that_begins_the_first_name_is_read_back_as_part_of_it() throws IOException {
        var rows = Table.of(TextColumn.of("\uFEFFa", "\uFEFFx"), TextColumn.of("\uFEFFb", "y"));
        Path file = folder.resolve("out.csv");

        write(file, CsvFormat.COMMA, rows);

        assertThat(read(file)).isEqualTo(rows);
        assertThat(file).content().startsWith("\"\uFEFFa\",\uFEFFb\n");
    }

    @Test
    void a_pipe_is_refused_and_stays_a_pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Path link = folder.resolve("link.csv");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipe can be made here");
        Files.createSymbolicLink(link, pipe);

        for (Path target : List.of(pipe, link)) {
            assertThatThrownBy(() -> new CsvSink(target, CsvFormat.COMMA))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("SINK-NOT-A-FILE")
                    .hasMessageContaining(target.toString());
        }

        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("pipe", "link.csv");
    }

    @Test
    void a_link_stays_and_the_file_it_points_to_is_written() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(there.resolve("old.csv"), "as it was");
        Path toOld = Files.createSymbolicLink(folder.resolve("old.csv"), Path.of("there/old.csv"));
        Path toNew = Files.createSymbolicLink(folder.resolve("new.csv"), Path.of("there/new.csv"));
        Path twice = Files.createSymbolicLink(folder.resolve("twice.csv"), Path.of("old.csv"));

        for (Path link : List.of(toOld, toNew, twice)) {
            write(
                    link,
                    CsvFormat.COMMA,
                    Table.of(TextColumn.of("a", link.getFileName().toString())));
            assertThat(link).isSymbolicLink();
        }

        assertThat(there.resolve("old.csv")).content().isEqualTo("a\ntwice.csv\n");
        assertThat(there.resolve("new.csv")).content().isEqualTo("a\nnew.csv\n");
        assertThat(there.toFile().list()).containsExactlyInAnyOrder("old.csv", "new.csv");
    }

    @Test
    void links_that_go_round_in_a_circle_are_a_problem() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one.csv"), Path.of("two.csv"));
        Files.createSymbolicLink(folder.resolve("two.csv"), Path.of("one.csv"));

        assertThatThrownBy(() -> new CsvSink(one, CsvFormat.COMMA)).hasMessageContaining("SINK-WRITE");
    }

    @Test
    void half_a_character_is_refused_and_not_replaced() {
        try (var sink = new CsvSink(folder.resolve("out.csv"), CsvFormat.COMMA)) {
            assertThatThrownBy(() -> {
                        sink.write(Table.of(TextColumn.of("a", "x\uD800y")));
                        sink.finish();
                    })
                    .hasMessageContaining("SINK-TEXT");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void gathered_tables_are_one_table() {
        try (var gathering = new Gathering()) {
            gathering.write(Table.of(IntegerColumn.of("n", 1, 2)));
            gathering.write(Table.of(IntegerColumn.of("n", 3)));
            gathering.finish();

            assertThat(gathering.table()).isEqualTo(Table.of(IntegerColumn.of("n", 1, 2, 3)));
        }
    }

    private String written(CsvFormat format, Table rows) throws IOException {
        Path file = folder.resolve("written.csv");
        write(file, format, rows);
        return Files.readString(file);
    }

    private static void write(Path file, CsvFormat format, Table rows) {
        try (var sink = new CsvSink(file, format)) {
            sink.write(rows);
            sink.finish();
        }
    }

    private static Table read(Path file) {
        try (var reader = CsvReader.open(new CsvSource(file, CsvFormat.COMMA))) {
            return reader.next().orElseThrow().table();
        }
    }
}
