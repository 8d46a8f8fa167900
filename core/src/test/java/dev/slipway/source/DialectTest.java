package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.slipway.document.Document;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    @TempDir
    Path folder;

    @Test
    void a_delimiter_that_is_said_is_not_looked_for() throws IOException {
        assertThat(rows("a,b:c\n1,2:3\n", said().delimiter(":"))).containsExactly("a,b=1,2 c=3");
        assertThat(rows("a\tb\n1\t2\n", said().delimiter("tab"))).containsExactly("a=1 b=2");
    }

    @Test
    void where_quotes_mean_nothing_they_are_text_and_swallow_no_line() throws IOException {
        assertThat(rows("a\tb\n\"1\tx\n2\t\"y\"z\n", said().quote("none")))
                .containsExactly("a=\"1 b=x", "a=2 b=\"y\"z");
    }

    @Test
    void another_quote_can_be_said() throws IOException {
        assertThat(rows("a,b\n'1,5','it''s'\n", said().quote("'"))).containsExactly("a=1,5 b=it's");
    }

    @Test
    void without_a_header_every_line_is_a_row_and_the_columns_are_numbered() throws IOException {
        assertThat(rows("1,x\n2,y\n", said().header(false))).containsExactly("c1=1 c2=x", "c1=2 c2=y");
    }

    @Test
    void columns_that_are_named_mean_that_there_is_no_header() throws IOException {
        var read = read("1,x\n2,y\n", said().columns("n", "word"));

        assertThat(rows(read.table())).containsExactly("n=1 word=x", "n=2 word=y");
        assertThat(read.table().origins().line(0)).isEqualTo(1);
        assertThat(read.table().origins().record(0)).isEqualTo(1);
    }

    @Test
    void names_that_are_said_go_before_those_of_a_header() throws IOException {
        assertThat(rows("a,a\n1,2\n", said().header(true).columns("x", "y"))).containsExactly("x=1 y=2");
        assertThatThrownBy(() -> read("a,b\n1,2\n", said().header(true).columns("x")))
                .hasMessageContaining("1 columns are named, the header has 2");
    }

    @Test
    void a_remark_before_the_data_is_an_unreadable_record_and_not_the_measure_of_the_others() throws IOException {
        var read = read("|remark\n1,x,y\n2,x,z\n", said().header(false));

        assertThat(rows(read.table())).containsExactly("c1=1 c2=x c3=y", "c1=2 c2=x c3=z");
        assertThat(read.unreadable()).extracting(Unreadable::line).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|remark\n1,x,y\n2,x,z\n",
                "1,x\n2,x\n3,y\n",
                "ham\thi\nspam\tyo\nham\tgo\nham\tno\n",
                "1,2\n3,4\n"
            })
    void a_first_line_that_looks_like_data_is_taken_neither_for_a_header_nor_for_a_row(String text) {
        assertThatThrownBy(() -> read(text, said()))
                .hasMessageContaining("SOURCE-HEADER")
                .hasMessageContaining("data.csv, line 1")
                .hasMessageContaining("--no-header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void a_byte_order_mark_says_the_encoding(String charset) throws IOException {
        assertThat(rows(bytes("\uFEFFid,n\n1,Zoë 😀\n", charset), said())).containsExactly("id=1 n=Zoë 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15", "UTF-16LE", "UTF-16", "IBM850"})
    void an_encoding_that_is_said_is_used(String charset) throws IOException {
        assertThat(rows(bytes("id,naïve\n1,Zoë\n", charset), said().encoding(charset)))
                .containsExactly("id=1 naïve=Zoë");
    }

    @Test
    void a_mark_of_one_encoding_and_the_name_of_another_are_refused() {
        assertThatThrownBy(() -> read(bytes("\uFEFFa\n1\n", "UTF-8"), said().encoding("windows-1252")))
                .hasMessageContaining("a byte order mark says UTF-8, and not windows-1252");
    }

    @Test
    void a_text_in_another_encoding_is_refused_with_the_option_to_type() {
        assertThatThrownBy(() -> read(bytes("id,n\n1,Zoë\n2,Jörg\n3,Señor\n", "windows-1252"), said()))
                .hasMessageContaining("SOURCE-ENCODING")
                .hasMessageContaining("line 2")
                .hasMessageContaining("--encoding windows-1252");
        assertThatThrownBy(() -> read(bytes("id,Größe\n1,2\n", "windows-1252"), said()))
                .hasMessageContaining("0xF6")
                .hasMessageContaining("--encoding windows-1252");
        assertThatThrownBy(() -> read(bytes("id,n\n1,2\n", "UTF-16LE"), said()))
                .hasMessageContaining("--encoding utf-16le");
    }

    @Test
    void a_text_that_is_said_to_be_utf8_names_its_damaged_records() throws IOException {
        var read = read(bytes("id,n\n1,Zoë\n2,Jörg\n3,Señor\n4,x\n", "windows-1252"), said().encoding("utf-8"));

        assertThat(read.unreadable()).extracting(Unreadable::line).containsExactly(2L, 3L, 4L);
        assertThat(rows(read.table())).containsExactly("id=4 n=x");
    }

    @Test
    void half_a_character_of_utf16_makes_its_record_unreadable() throws IOException {
        byte[] marked = bytes("\uFEFFa,b\n1,x?y\n2,z\n", "UTF-16LE");
        for (int i = 0; i < marked.length; i++) {
            if (marked[i] == '?') {
                marked[i + 1] = (byte) 0xD8;
            }
        }

        var read = read(marked, said());

        assertThat(read.unreadable()).extracting(Unreadable::line).containsExactly(2L);
        assertThat(rows(read.table())).containsExactly("a=2 b=z");
    }

    @Test
    void zstandard_is_unpacked_and_a_damaged_file_is_named() throws IOException {
        byte[] packed = Zstd.compress(bytes(numbers(), "UTF-8"));

        assertThat(read(packed, said()).table().rows()).isEqualTo(3_000);
        assertThat(Source.of(folder.resolve("data.csv"))).isInstanceOf(CsvSource.class);
        for (int length : List.of(5, packed.length / 2, packed.length - 1)) {
            assertThatThrownBy(() -> read(Arrays.copyOf(packed, length), said()))
                    .as("%d bytes", length)
                    .hasMessageContaining("SOURCE-ZSTD");
        }
    }

    @Test
    void what_cannot_be_meant_is_named_with_what_can() {
        assertThatThrownBy(() -> said().delimiter("ab").build()).hasMessageContaining("'ab' is no delimiter");
        assertThatThrownBy(() -> said().quote("\n").build()).hasMessageContaining("double, none, single");
        assertThatThrownBy(() -> said().delimiter("'").quote("single").build()).hasMessageContaining("same character");
        assertThatThrownBy(() -> said().encoding("utf-99").build()).hasMessageContaining("'utf-99' is no encoding");
        assertThatThrownBy(() -> said().columns("a", "a").build()).hasMessageContaining("comes twice");
    }

    @Test
    void the_same_can_be_said_in_yaml() {
        var dialect = Document.yaml(
                        "f",
                        "format: {delimiter: ';', quote: none, encoding: utf-16le, header: false, columns: [a, b]}")
                .read(root -> Dialect.read(root.mapping("format")));

        assertThat(dialect)
                .isEqualTo(new Dialect(
                        Optional.of(';'),
                        Optional.of(CsvFormat.NO_QUOTE),
                        Optional.of(StandardCharsets.UTF_16LE),
                        Optional.of(false),
                        List.of("a", "b")));
        assertThatThrownBy(() -> Document.yaml("f", "format: {delimiter: ab, header: 3}")
                        .read(root -> Dialect.read(root.mapping("format"))))
                .hasMessageContaining("'ab' is no delimiter")
                .hasMessageContaining("true or false");
    }

    private static String numbers() {
        var text = new StringBuilder("n,square\n");
        for (int i = 0; i < 3_000; i++) {
            text.append(i).append(',').append(i * i).append('\n');
        }
        return text.toString();
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private List<String> rows(String text, Saying said) throws IOException {
        return rows(bytes(text, "UTF-8"), said);
    }

    private List<String> rows(byte[] bytes, Saying said) throws IOException {
        var read = read(bytes, said);
        assertThat(read.unreadable()).isEmpty();
        return rows(read.table());
    }

    private static List<String> rows(Table table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> String.join(
                        " ",
                        table.columns().stream()
                                .map(column -> column.name() + "=" + column.text(row))
                                .toList()))
                .toList();
    }

    private Batch read(String text, Saying said) throws IOException {
        return read(bytes(text, "UTF-8"), said);
    }

    private Batch read(byte[] bytes, Saying said) throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), bytes);
        try (var reader = CsvReader.open(new dev.slipway.source.CsvSource(file, said.build()))) {
            return reader.next().orElseThrow();
        }
    }

    private static Saying said() {
        return new Saying(
                new Dialect.Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    /** What a person says, one word after the other. */
    private record Saying(Dialect.Said said) {
        Dialect build() {
            return Dialect.of(said, "the test");
        }

        Saying delimiter(String word) {
            return new Saying(
                    new Dialect.Said(Optional.of(word), said.quote(), said.encoding(), said.header(), said.columns()));
        }

        Saying quote(String word) {
            return new Saying(new Dialect.Said(
                    said.delimiter(), Optional.of(word), said.encoding(), said.header(), said.columns()));
        }

        Saying encoding(String word) {
            return new Saying(
                    new Dialect.Said(said.delimiter(), said.quote(), Optional.of(word), said.header(), said.columns()));
        }

        Saying header(boolean there) {
            return new Saying(new Dialect.Said(
                    said.delimiter(), said.quote(), said.encoding(), Optional.of(there), said.columns()));
        }

        Saying columns(String... names) {
            return new Saying(
                    new Dialect.Said(said.delimiter(), said.quote(), said.encoding(), said.header(), List.of(names)));
        }
    }
}
