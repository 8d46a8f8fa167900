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
import org.junit.jupiter.params.provider.ValueSource;

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
        "data.7z, 7z\u00bc\u00af, compressed, gzip",
        "report.csv, %PDF-1.7, PDF, export the table",
        "data.avro, 'Obj\u0001', Avro, Parquet",
        "data.orc, 'ORC\n\u0003', Avro, Parquet",
        "data.feather, 'ARROW1\u0000\u0000', Avro, Parquet",
        "data.h5, \u0089HDF, Avro, Parquet",
        "data.npy, \u0093NUMPY, NumPy, CSV",
        "frame.pkl, \u0080\u0005\u0095, pickle, CSV",
        "plot.png, \u0089PNG, image, export the table",
        "photo.jpg, \u00ff\u00d8\u00ff, image, export the table",
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

    @ParameterizedTest
    @ValueSource(strings = {"ORCID,name\n1,a\n", "BZh,b\n1,2\n", "Obj,b\n1,2\n", "PDF,b\n1,2\n", "7z,b\n1,2\n"})
    void names_of_columns_that_look_like_another_format_are_still_text(String content) throws IOException {
        Path file = file("data.csv", content);

        assertThat(Source.of(file)).isEqualTo(new dev.slipway.source.CsvSource(file));
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
