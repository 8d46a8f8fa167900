package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {
    @TempDir
    Path folder;

    @Test
    void the_first_bytes_say_more_than_the_name() throws IOException {
        Path parquet = file("data.csv", "PAR1....");
        Path text = file("data.txt", "a,b\n1,2\n");

        assertThat(Source.of(parquet)).isEqualTo(new ParquetSource(parquet));
        assertThat(Source.of(text)).isEqualTo(new dev.slipway.source.CsvSource(text));
    }

    @ParameterizedTest
    @CsvSource({
        "book.xlsx, PK\u0003\u0004zip, spreadsheet, CSV UTF-8",
        "data.zip, PK\u0003\u0004zip, zip archive, unpack",
        "data.csv.bz2, BZh91AY, compressed, gzip",
        "data.db, SQLite format 3, SQLite, export",
        "data.json, [], JSON, convert",
        "data.parquet, 'a,b', PAR1, export the file again"
    })
    void other_formats_are_refused_with_the_way_out(String name, String content, String what, String fix)
            throws IOException {
        Path file = file(name, content);

        assertThatThrownBy(() -> Source.of(file))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(fix)
                .hasMessageContaining(name);
    }

    @Test
    void a_missing_file_and_a_folder_are_told_apart() {
        assertThatThrownBy(() -> Source.of(folder.resolve("no.csv"))).hasMessageContaining("SOURCE-MISSING");
        assertThatThrownBy(() -> Source.of(folder)).hasMessageContaining("SOURCE-FOLDER");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
    }
}
