package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.source.Dialect;
import dev.slipway.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_files_of_a_folder_are_read_in_the_order_of_their_names_and_each_row_keeps_its_own() throws IOException {
        write("b.csv", "n,s\n3,c\n");
        write("a.csv", "n,s\n1,a\n2,b\n");
        write("c.jsonl", "{\"s\": \"d\", \"n\": 4}\n");
        write("_SUCCESS", "");
        write(".hidden.csv", "other\n1\n");

        assertThat(rows(Source.of(folder)))
                .containsExactly(
                        "a.csv, row 1 (line 2): n=1 s=a",
                        "a.csv, row 2 (line 3): n=2 s=b",
                        "b.csv, row 1 (line 2): n=3 s=c",
                        "c.jsonl, row 1 (line 1): n=4 s=d");
    }

    @Test
    void a_pattern_names_the_files_it_fits() throws IOException {
        write("in/a1.csv", "n\n1\n");
        write("in/a2.csv", "n\n2\n");
        write("in/b1.csv", "n\n3\n");
        write("in/deep/a3.csv", "n\n4\n");

        assertThat(rows(Source.of(folder.resolve("in/a*.csv"))))
                .extracting(row -> row.charAt(row.length() - 1))
                .containsExactly('1', '2');
        assertThat(rows(Source.of(folder.resolve("in/**/*.csv")))).hasSize(1);
        assertThat(rows(Source.of(folder.resolve("i?/{a,b}1.csv")))).hasSize(2);
        for (var none : List.of("in/x*.csv", "no/*.csv")) {
            assertThatThrownBy(() -> Source.of(folder.resolve(none)))
                    .hasMessageContaining("SOURCE-MISSING")
                    .hasMessageContaining(none);
        }
        assertThatThrownBy(() -> Source.of(folder.resolve("in/{a.csv"))).hasMessageContaining("SOURCE-PATTERN");
    }

    @Test
    void a_file_whose_name_has_such_a_sign_is_that_file() throws IOException {
        write("a[1].csv", "n\n7\n");

        assertThat(rows(Source.of(folder.resolve("a[1].csv")))).hasSize(1);
    }

    @Test
    void folders_that_say_key_and_value_add_columns() throws IOException {
        write("year=2024/month=03/x.csv", "n\n1\n");
        write("year=2024/month=04/x.csv", "n\n2\n");
        write("year=2023/month=a%3Ab/x.csv", "n\n3\n");
        write("year=2023/month=__HIVE_DEFAULT_PARTITION__/y.csv", "n\n4\n");

        assertThat(rows(Source.of(folder)))
                .extracting(row -> row.replaceAll(".*: ", ""))
                .containsExactly(
                        "n=4 year=2023", "n=3 year=2023 month=a:b", "n=1 year=2024 month=03", "n=2 year=2024 month=04");
        assertThat(rows(Source.of(folder.resolve("year=2024/month=03/x.csv"))))
                .singleElement()
                .asString()
                .endsWith(": n=1");
    }

    @Test
    void a_column_of_the_file_is_not_replaced_by_one_of_the_folder() throws IOException {
        write("n=1/x.csv", "n\n1\n");

        assertThatThrownBy(() -> rows(Source.of(folder))).hasMessageContaining("SOURCE-PARTITION");
    }

    @Test
    void a_file_with_other_columns_is_named() throws IOException {
        write("a.csv", "n,s\n1,a\n");
        write("b.csv", "n,t\n1,a\n");

        assertThatThrownBy(() -> rows(Source.of(folder)))
                .hasMessageContaining("SOURCE-COLUMNS")
                .hasMessageContaining("b.csv")
                .hasMessageContaining("s missing, t besides");
    }

    @Test
    void what_is_said_of_text_files_is_said_of_all() throws IOException {
        write("a.csv", "1;x\n");
        write("b.csv", "2;y\n");
        var said = new Dialect(
                java.util.Optional.of(';'),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                List.of("n", "s"));

        assertThat(rows(Source.of(folder, said)))
                .extracting(row -> row.replaceAll(".*: ", ""))
                .containsExactly("n=1 s=x", "n=2 s=y");
    }

    @Test
    void real_partitioned_parquet_is_one_source() {
        var flights = Path.of(System.getProperty("slipway.root", "."), "..", "shared", "data", "sets", "flights2008");
        assumeTrue(Files.isDirectory(flights), "the partitioned flights are not on this machine");

        try (var reader = Readers.open(Source.of(flights.resolve("year=*/**/*.parquet")))) {
            var table = reader.next().orElseThrow().table();

            assertThat(table.names()).endsWith("year", "month");
            assertThat(table.column("year").text(0)).isEqualTo("2008");
        }
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> rows(Source source) {
        var rows = new ArrayList<String>();
        try (var reader = Readers.open(source)) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                var table = batch.get().table();
                for (int row = 0; row < table.rows(); row++) {
                    int at = row;
                    var cells = table.columns().stream()
                            .filter(column -> !column.isMissing(at))
                            .map(column -> column.name() + "=" + column.text(at))
                            .toList();
                    rows.add(table.origins().where(row).replace(folder + "/", "") + ": " + String.join(" ", cells));
                }
            }
        }
        return rows;
    }
}
