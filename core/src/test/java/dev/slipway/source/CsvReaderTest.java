package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @TempDir
    Path folder;

    @Test
    void values_come_as_they_were_written_and_an_empty_field_is_the_empty_text() throws IOException {
        Table table = table("name,age\n Ann ,007\n,\"\"\n\"say \"\"hi\"\"\",1.50\n");

        assertThat(values(table, "name")).containsExactly(" Ann ", "", "say \"hi\"");
        assertThat(values(table, "age")).containsExactly("007", "", "1.50");
        assertThat(table.column("name").missing().count()).isZero();
    }

    @Test
    void rows_know_their_record_and_the_line_an_editor_shows() throws IOException {
        Table table = table("a,b\r\n1,x\n\n2,\"two\r\nlines\nmore\"\r\n3,y\r4,z");

        assertThat(values(table, "b")).containsExactly("x", "two\r\nlines\nmore", "y", "z");
        assertThat(origins(table)).containsExactly("1:2", "2:4", "3:7", "4:8");
    }

    @Test
    void a_record_with_another_number_of_fields_is_named_and_left_out() throws IOException {
        var batch = batch("a,b,c\n1,2,3\n4,5\n# note\n6,7,8,9\n10,11,12\n");

        assertThat(values(batch.table(), "a")).containsExactly("1", "10");
        assertThat(origins(batch.table())).containsExactly("1:2", "5:6");
        assertThat(batch.unreadable())
                .extracting(bad -> bad.record() + ":" + bad.line() + " " + bad.reason())
                .containsExactly(
                        "2:3 has 2 fields, the header has 3",
                        "3:4 has 1 field, the header has 3",
                        "4:5 has 4 fields, the header has 3");
        assertThat(batch.unreadable().get(0).source()).endsWith("data.csv");
    }

    @Test
    void a_byte_that_is_not_utf8_makes_its_record_unreadable_and_no_other() throws IOException {
        byte[] bytes = "name,n\nZoë,1\nJ?rg,2\n日本 😀,3\n".getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, '?')] = (byte) 0xF6;

        var batch = batch(bytes);

        assertThat(values(batch.table(), "name")).containsExactly("Zoë", "日本 😀");
        assertThat(batch.unreadable())
                .extracting(bad -> bad.line() + " " + bad.reason())
                .containsExactly("3 has the byte 0xF6 in 'name', which is not UTF-8");
    }

    @Test
    void a_character_cut_off_by_the_end_of_the_file_is_damage() throws IOException {
        byte[] bytes = "a\nx\né".getBytes(StandardCharsets.UTF_8);

        var batch = batch(Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(values(batch.table(), "a")).containsExactly("x");
        assertThat(batch.unreadable()).extracting(Unreadable::line).containsExactly(3L);
    }

    @Test
    void a_replacement_character_that_was_written_is_text() throws IOException {
        assertThat(values(table("a\nx\uFFFDy\n"), "a")).containsExactly("x\uFFFDy");
    }

    @Test
    void a_nul_makes_its_record_unreadable() throws IOException {
        var batch = batch("a,b\n1,2\n3,\0\n5,6\n");

        assertThat(values(batch.table(), "a")).containsExactly("1", "5");
        assertThat(batch.unreadable())
                .extracting(bad -> bad.line() + " " + bad.reason())
                .containsExactly("3 has a NUL byte in 'b'");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
        assertThat(table("\uFEFFid,n\n1,2\n").names()).containsExactly("id", "n");
    }

    @Test
    void utf16_without_its_mark_and_other_binary_is_refused_at_the_header() {
        assertThatThrownBy(() -> batch("id,n\n1,2\n".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("NUL byte")
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> batch(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2}))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("0x89");
    }

    @Test
    void a_quote_that_is_never_closed_in_the_rest_of_the_file_is_refused_by_the_line_on_which_it_opens() {
        assertThatThrownBy(() -> batch("a,b\n1,2\n3,\"open\n5,6\n7,8\n"))
                .hasMessageContaining("SOURCE-QUOTE")
                .hasMessageContaining("data.csv, line 3");
    }

    @Test
    void a_quote_that_closes_before_text_on_a_later_line_costs_its_own_line_only() throws IOException {
        var batch = batch("a,b\n1,2\n\"x\r\ny\",\"open\r\n5,6\n7,\"8\"\n");

        assertThat(origins(batch.table())).containsExactly("1:2", "3:5", "4:6");
        assertThat(values(batch.table(), "b")).containsExactly("2", "6", "8");
        assertThat(batch.unreadable())
                .extracting(bad -> bad.record() + ":" + bad.line() + " " + bad.reason())
                .containsExactly("2:3 opens a quote in column 2 on line 4 that is not rightly closed");
    }

    @Test
    void text_behind_a_closing_quote_makes_its_record_unreadable_and_no_other() throws IOException {
        var batch = batch("a,b\n1,\"x\"y\n\"2\"\"\" ,\"\"\n3,z\"z\"\n4,\"q\"\"q\"");

        assertThat(values(batch.table(), "b")).containsExactly("z\"z\"", "q\"q");
        assertThat(batch.unreadable())
                .extracting(bad -> bad.line() + " " + bad.reason())
                .containsExactly(
                        "2 has text behind the closing quote of column 2",
                        "3 has text behind the closing quote of column 1");
    }

    @Test
    void an_open_quote_swallows_no_more_than_a_mebibyte() {
        String swallowed = "1,2\n".repeat(500_000);

        assertThatThrownBy(() -> batch("a,b\n1,\"2\n" + swallowed))
                .hasMessageContaining("never closed")
                .hasMessageContaining("data.csv, line 2");
    }

    @Test
    void text_without_line_ends_is_refused_and_not_held() {
        assertThatThrownBy(() -> batch("x".repeat(2 << 20))).hasMessageContaining("1,048,576");
        for (String field : List.of("1234567,", ",")) {
            assertThatThrownBy(() -> batch("a,b\n1,2\n" + field.repeat(2 << 20)))
                    .hasMessageContaining("SOURCE-TOO-LONG")
                    .hasMessageContaining("1,048,576")
                    .hasMessageContaining("line 3");
        }
    }

    @Test
    void columns_without_a_name_or_with_the_same_one_are_all_named() {
        assertThatThrownBy(() -> batch("a,b,,a, ,b\n1,2,3,4,5,6\n"))
                .hasMessageContaining("columns 1, 4 are both called 'a'")
                .hasMessageContaining("columns 2, 6 are both called 'b'")
                .hasMessageContaining("columns 3, 5 have no name");
    }

    @Test
    void a_header_alone_gives_its_columns_and_no_rows() throws IOException {
        try (var reader = CsvReader.open(new CsvSource(file("a,b\n")))) {
            var first = reader.next().orElseThrow();

            assertThat(first.table().names()).containsExactly("a", "b");
            assertThat(first.table().rows()).isZero();
            assertThat(reader.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\r\n", "\uFEFF"})
    void a_file_without_a_header_is_empty(String text) {
        var thrown = catchThrowableOfType(SlipwayException.class, () -> batch(text));

        assertThat(thrown.kind()).isEqualTo(SlipwayException.Kind.REFUSED);
        assertThat(thrown.problems()).extracting("code").containsExactly("SOURCE-EMPTY");
    }

    @Test
    void a_missing_file_and_a_folder_say_what_to_do() {
        var missing = catchThrowableOfType(
                SlipwayException.class, () -> CsvReader.open(new CsvSource(folder.resolve("no.csv"))));
        var directory = catchThrowableOfType(SlipwayException.class, () -> CsvReader.open(new CsvSource(folder)));

        assertThat(missing.kind()).isEqualTo(SlipwayException.Kind.MISSING);
        assertThat(missing).hasMessageContaining("no.csv");
        assertThat(directory).hasMessageContaining("folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_told_from_the_first_lines(String delimiter) throws IOException {
        String text = "name~price~note\n\"a,b;c|d\"~1~x\n\"e\nf,,\"~2~\n".replace("~", delimiter);

        Table table = table(text);

        assertThat(table.names()).containsExactly("name", "price", "note");
        assertThat(values(table, "price")).containsExactly("1", "2");
    }

    @Test
    void decimal_commas_do_not_hide_the_semicolons() throws IOException {
        Table table = table("x;y\n1,5;2,5\n3,5;4,5\n");

        assertThat(values(table, "x")).containsExactly("1,5", "3,5");
    }

    @Test
    void a_given_format_is_not_second_guessed() throws IOException {
        try (var reader = CsvReader.open(new CsvSource(file("a;b\n1;2\n"), CsvFormat.COMMA))) {
            assertThat(reader.names()).containsExactly("a;b");
        }
    }

    @Test
    void gzip_is_told_by_its_bytes_and_may_have_several_members() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(gzip("a,b\n1,2\n"));
        packed.write(gzip("3,4\n"));
        packed.write(new byte[5]);

        assertThat(values(batch(packed.toByteArray()).table(), "b")).containsExactly("2", "4");
    }

    @Test
    void a_gzip_file_cut_short_anywhere_is_never_a_short_table() throws IOException {
        byte[] whole = gzip(rows(300));
        var twice = new ByteArrayOutputStream();
        twice.write(whole);
        twice.write(gzip("x,y\n"));
        byte[] bytes = twice.toByteArray();

        for (int length = 3; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            if (length == whole.length) {
                continue;
            }
            assertThatThrownBy(() -> batch(cut))
                    .as("cut at %d of %d", length, bytes.length)
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("SOURCE-GZIP");
        }
    }

    @Test
    void a_gzip_file_with_a_changed_bit_never_gives_other_values() throws IOException {
        byte[] good = gzip(rows(100));
        Table expected = batch(good).table();

        for (int at = 10; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            try {
                assertThat(batch(bad).table()).as("byte %d", at).isEqualTo(expected);
            } catch (SlipwayException e) {
                assertThat(e).hasMessageContaining("SOURCE-");
            }
        }
    }

    @Test
    void many_rows_come_in_batches_and_none_is_lost() throws IOException {
        var sizes = new ArrayList<Integer>();
        var tables = new ArrayList<Table>();
        try (var reader = CsvReader.open(new CsvSource(file(rows(20_000))))) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                sizes.add(batch.get().table().rows());
                tables.add(batch.get().table());
            }
        }

        assertThat(sizes).containsExactly(8_192, 8_192, 3_616);
        Table whole = Table.concat(tables);
        assertThat(whole.column("b").text(19_999)).isEqualTo("v19999");
        assertThat(whole.origins().line(19_999)).isEqualTo(20_001);
    }

    @Test
    void as_many_columns_as_a_spreadsheet_has_are_read_in_small_batches() throws IOException {
        var batch = batch(numbered(16_384) + ("\n" + "1,".repeat(16_383) + "1").repeat(70));

        assertThat(batch.table().rows()).isEqualTo(64);
        assertThat(batch.table().columns()).hasSize(16_384);
    }

    @Test
    void one_column_more_is_refused() {
        assertThatThrownBy(() -> batch(numbered(16_385) + "\n"))
                .hasMessageContaining("SOURCE-WIDE")
                .hasMessageContaining("16,385 columns; at most 16,384")
                .hasMessageContaining("data.csv, line 1");
    }

    private static String numbered(int columns) {
        return IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    }

    private static String rows(int count) {
        var text = new StringBuilder("a,b\n");
        for (int i = 0; i < count; i++) {
            text.append(i).append(",v").append(i).append('\n');
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, char wanted) {
        int at = 0;
        while (bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private Table table(String text) throws IOException {
        var batch = batch(text);
        assertThat(batch.unreadable()).isEmpty();
        return batch.table();
    }

    private Batch batch(String text) throws IOException {
        return batch(text.getBytes(StandardCharsets.UTF_8));
    }

    private Batch batch(byte... bytes) throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), bytes);
        try (var reader = CsvReader.open(new CsvSource(file))) {
            return reader.next().orElseThrow();
        }
    }

    private static List<String> values(Table table, String column) {
        var values = new ArrayList<String>();
        for (int row = 0; row < table.rows(); row++) {
            values.add(table.column(column).text(row));
        }
        return values;
    }

    private static List<String> origins(Table table) {
        var origins = new ArrayList<String>();
        for (int row = 0; row < table.rows(); row++) {
            origins.add(table.origins().record(row) + ":" + table.origins().line(row));
        }
        return origins;
    }
}
