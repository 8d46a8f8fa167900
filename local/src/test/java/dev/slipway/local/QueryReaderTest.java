package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.QuerySource;
import dev.slipway.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryReaderTest {
    @TempDir
    Path folder;

    private String url = "";

    @BeforeEach
    void a_database_with_a_table() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("people.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE people (id INTEGER, name TEXT, age REAL)");
            statement.execute("INSERT INTO people VALUES (9007199254740993, 'Zoë', 1.5), (2, NULL, 'old')");
        }
    }

    @Test
    void the_rows_of_a_query_are_counted_and_have_no_lines() {
        var table = read("SELECT id, name, age FROM people ORDER BY id DESC");

        assertThat(rows(table)).containsExactly("id=9007199254740993 name=Zoë age=1.5", "id=2 age=old");
        assertThat(table.origins().where(1)).endsWith("people.db, row 2");
    }

    @Test
    void many_rows_come_in_batches_and_none_is_lost() {
        var table =
                read("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n");

        assertThat(table.rows()).isEqualTo(20_000);
        assertThat(table.column("i").text(19_999)).isEqualTo("20000");
        assertThat(table.origins().record(19_999)).isEqualTo(20_000);
    }

    @Test
    void a_result_without_rows_has_its_columns() {
        assertThat(read("SELECT id, name FROM people WHERE id < 0").names()).containsExactly("id", "name");
    }

    @Test
    void the_database_is_only_read() {
        assertThatThrownBy(() -> read("DELETE FROM people")).hasMessageContaining("SOURCE-");

        assertThat(read("SELECT id FROM people").rows()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_asked_is_named() {
        assertThatThrownBy(() -> read("SELEC id FROM people"))
                .hasMessageContaining("SOURCE-QUERY")
                .hasMessageContaining("SELEC");
        assertThatThrownBy(() -> read("SELECT nobody FROM people")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> read("SELECT id, name AS id FROM people"))
                .hasMessageContaining("column 2 of the result is called 'id'");
        assertThatThrownBy(() -> read("")).hasMessageContaining("add --query");
    }

    @Test
    void a_database_that_is_not_there_is_not_made() {
        var missing = folder.resolve("no.db");

        assertThatThrownBy(() -> read("jdbc:sqlite:" + missing, "SELECT 1"))
                .hasMessageContaining("SOURCE-DATABASE")
                .hasMessageContaining("no.db");
        assertThat(missing).doesNotExist();
        assertThatThrownBy(() -> read("jdbc:oracle:thin:x", "SELECT 1")).hasMessageContaining("jdbc:postgresql://HOST");
    }

    @Test
    void a_file_that_is_no_database_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("text.db"), "just some text, and no database at all".repeat(100));

        assertThatThrownBy(() -> read("jdbc:sqlite:" + file, "SELECT 1 FROM x")).hasMessageContaining("SOURCE-");
    }

    @Test
    void a_password_is_never_shown() {
        var source = new QuerySource(
                "jdbc:postgresql://ann:s3cret@127.0.0.1:1/d?password=s3cret&x=1", "SELECT 1", () -> "s3cret");

        assertThat(source.name())
                .doesNotContain("s3cret")
                .contains("127.0.0.1:1/d")
                .contains("x=1");
        assertThat(source.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> Readers.open(source).close())
                .hasMessageContaining("SOURCE-DATABASE")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("s3cret"));
    }

    private Table read(String query) {
        return read(url, query);
    }

    static Table read(String url, String query) {
        return read(new QuerySource(url, query, QuerySource.Password.NONE));
    }

    static Table read(QuerySource source) {
        var tables = new ArrayList<Table>();
        try (var reader = Readers.open(source)) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                tables.add(batch.get().table());
            }
        }
        return Table.concat(tables);
    }

    static List<String> rows(Table table) {
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
