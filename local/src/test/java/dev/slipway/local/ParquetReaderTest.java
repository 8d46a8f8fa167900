package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.Source;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReaderTest {
    @TempDir
    Path folder;

    @Test
    void every_type_comes_as_the_column_that_holds_it() throws SQLException {
        Table table = table("""
                SELECT 1::TINYINT AS tiny, 9007199254740993::BIGINT AS big, 4000000000::UINTEGER AS "u ""x"" y",
                       0.5::FLOAT AS half, 0.1::DOUBLE AS tenth, 12.34::DECIMAL(9, 2) AS price, true AS yes,
                       DATE '2024-02-29' AS day, TIMESTAMP '1969-12-31 23:59:59.999999' AS moment,
                       TIMESTAMPTZ '2024-01-01 01:00:00+01' AS zoned, 'Zoë' AS word, ''  AS nothing
                UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                """);

        assertThat(table.columns())
                .extracting(Column::name, Column::type, column -> column.text(0))
                .containsExactly(
                        tuple("tiny", ColumnType.INTEGER, "1"),
                        tuple("big", ColumnType.INTEGER, "9007199254740993"),
                        tuple("u \"x\" y", ColumnType.INTEGER, "4000000000"),
                        tuple("half", ColumnType.NUMBER, "0.5"),
                        tuple("tenth", ColumnType.NUMBER, "0.1"),
                        tuple("price", ColumnType.NUMBER, "12.34"),
                        tuple("yes", ColumnType.BOOLEAN, "true"),
                        tuple("day", ColumnType.TIMESTAMP, "2024-02-29T00:00:00Z"),
                        tuple("moment", ColumnType.TIMESTAMP, "1969-12-31T23:59:59.999999Z"),
                        tuple("zoned", ColumnType.TIMESTAMP, "2024-01-01T00:00:00Z"),
                        tuple("word", ColumnType.TEXT, "Zoë"),
                        tuple("nothing", ColumnType.TEXT, ""));
        assertThat(table.columns()).allSatisfy(column -> {
            assertThat(column.isMissing(0)).isFalse();
            assertThat(column.isMissing(1)).isTrue();
        });
        assertThat(table.origins().record(1)).isEqualTo(2);
        assertThat(table.origins().line(1)).isZero();
    }

    @Test
    void rows_keep_the_order_of_the_file_over_many_batches() throws SQLException {
        Table table = table("SELECT range AS n, 'v' || range AS v FROM range(300000)");

        assertThat(table.rows()).isEqualTo(300_000);
        for (int row = 0; row < table.rows(); row += 997) {
            assertThat(table.column("v").text(row)).isEqualTo("v" + row);
            assertThat(table.origins().record(row)).isEqualTo(row + 1L);
        }
    }

    @Test
    void a_file_without_rows_shows_its_columns() throws SQLException {
        Table table = table("SELECT 1 AS a, 'x' AS b WHERE false");

        assertThat(table.names()).containsExactly("a", "b");
        assertThat(table.rows()).isZero();
    }

    @Test
    void columns_of_other_types_are_all_refused_by_name() {
        assertThatThrownBy(() -> table("SELECT [1, 2] AS tags, 1 AS n, {'a': 1} AS part, TIME '12:00:00' AS hour"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("'tags' is INTEGER[]")
                .hasMessageContaining("'part' is STRUCT")
                .hasMessageContaining("'hour' is TIME")
                .hasMessageNotContaining("'n'");
    }

    @Test
    void a_whole_number_beyond_64_bits_is_refused_and_not_rounded() {
        assertThatThrownBy(() -> table("SELECT 18446744073709551615::UBIGINT AS n"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("18446744073709551615");
    }

    @Test
    void a_decimal_is_the_nearest_double_of_its_digits() throws SQLException {
        var numbers = table("SELECT unnest([9007199254740.993, 0.123, -1234567890123.457, NULL])::DECIMAL(18,3) AS n")
                .column("n");

        assertThat(numbers.number(0)).isEqualTo(Double.parseDouble("9007199254740.993"));
        assertThat(numbers.number(1)).isEqualTo(0.123);
        assertThat(numbers.number(2)).isEqualTo(-1234567890123.457);
        assertThat(numbers.isMissing(3)).isTrue();
    }

    @Test
    void a_failure_far_into_the_file_says_what_duckdb_says() {
        assertThatThrownBy(() -> table("""
                        SELECT CASE WHEN range = 90000 THEN 18446744073709551615::UBIGINT ELSE range::UBIGINT END AS n
                        FROM range(100000)"""))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("SOURCE-PARQUET")
                .hasMessageContaining("18446744073709551615");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMESTAMP", "DATE", "TIMESTAMPTZ"})
    void an_infinite_time_is_refused_by_its_column_and_is_not_missing(String type) {
        for (String infinite : List.of("infinity", "-infinity")) {
            assertThatThrownBy(() -> table("SELECT 1 AS n, '%s'::%s AS \"it's\"".formatted(infinite, type)))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("column 'it's' has an infinite date or time");
        }
    }

    @Test
    void nanoseconds_are_rounded_down_on_both_sides_of_1970() throws SQLException {
        var moments = table("""
                SELECT unnest(['1969-12-31 23:59:59.999999999', '1970-01-01 00:00:00.000000999',
                               '1969-12-31 23:59:59.999999000', NULL])::TIMESTAMP_NS AS t""").column("t");

        assertThat(moments.type()).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(moments.text(0)).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(moments.text(1)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(moments.text(2)).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(moments.isMissing(3)).isTrue();
    }

    @Test
    void a_uuid_is_text() throws SQLException {
        var ids = table("SELECT '0d3b5e2a-4f6c-4c1e-9a55-0123456789ab'::UUID AS id")
                .column("id");

        assertThat(ids.type()).isEqualTo(ColumnType.TEXT);
        assertThat(ids.text(0)).isEqualTo("0d3b5e2a-4f6c-4c1e-9a55-0123456789ab");
    }

    @Test
    void a_pattern_in_the_name_opens_no_other_file() throws SQLException, IOException {
        write("SELECT 1 AS mine", folder.resolve("plain.parquet"));
        write("SELECT 2 AS yours", folder.resolve("data1.parquet"));
        for (String name :
                List.of("data*.parquet", "data?.parquet", "data[1].parquet", "data[!x].parquet", "**.parquet")) {
            Path odd = Files.copy(folder.resolve("plain.parquet"), folder.resolve(name));

            assertThat(read(odd).names()).as(name).containsExactly("mine");
            assertThat(read(odd).rows()).as(name).isEqualTo(1);
        }
    }

    @Test
    void a_file_is_found_by_a_relative_path_and_behind_a_link() throws SQLException, IOException {
        Path there = Files.createDirectories(folder.resolve("it's, a 'folder'"));
        Path file = there.resolve("a.parquet");
        write("SELECT 1 AS n", file);
        Path link = Files.createSymbolicLink(folder.resolve("link.parquet"), file);
        Path relative = Path.of("").toAbsolutePath().relativize(there.resolve("../link.parquet"));

        assertThat(read(link).names()).containsExactly("n");
        assertThat(read(relative).names()).containsExactly("n");
    }

    @Test
    void the_database_reads_its_one_file_and_nothing_else() throws SQLException, IOException {
        write("SELECT 1 AS n", folder.resolve("mine.parquet"));
        Path other = Files.writeString(folder.resolve("other.csv"), "a\n1\n");

        try (var database = OneFileDatabase.open(folder.resolve("mine.parquet"))) {
            for (String sql : List.of(
                    "SELECT * FROM read_csv('" + other + "')",
                    "SELECT * FROM read_parquet('" + folder + "/*.parquet')",
                    "COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'",
                    "ATTACH '" + folder.resolve("out.db") + "' AS out",
                    "SET enable_external_access = true",
                    "SET threads = 1",
                    "INSTALL httpfs")) {
                assertThatThrownBy(() -> {
                            try (var statement = database.prepareStatement(sql)) {
                                statement.execute();
                            }
                        })
                        .as(sql)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("mine.parquet", "other.csv");
    }

    @Test
    @Tag("slow")
    void more_columns_than_a_spreadsheet_has_are_refused() {
        String columns = IntStream.range(0, 16_385).mapToObj(i -> "1 AS c" + i).collect(Collectors.joining(", "));

        assertThatThrownBy(() -> table("SELECT " + columns))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("SOURCE-WIDE")
                .hasMessageContaining("16,385 columns; at most 16,384");
    }

    @Test
    void signs_of_a_pattern_in_the_name_are_only_signs() throws SQLException, IOException {
        Path odd = Files.createDirectories(folder.resolve("year=2024")).resolve("a[1]*'?.parquet");
        write("SELECT 1 AS n", folder.resolve("plain.parquet"));
        Files.copy(folder.resolve("plain.parquet"), odd);

        assertThat(read(odd).names()).containsExactly("n");
    }

    @Test
    void a_file_cut_short_or_changed_is_a_problem() throws SQLException, IOException {
        Path good = folder.resolve("good.parquet");
        write("SELECT range AS n, 'v' || range AS v FROM range(50000)", good);
        byte[] bytes = Files.readAllBytes(good);
        byte[] footless = Arrays.copyOf(bytes, bytes.length / 2);
        byte[] torn = bytes.clone();
        Arrays.fill(torn, 100, bytes.length / 2, (byte) 0xA5);

        for (byte[] bad :
                List.of(footless, torn, new byte[0], "PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            Path file = Files.write(folder.resolve("bad.parquet"), bad);
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("bad.parquet");
        }
    }

    @Test
    void a_file_that_is_damaged_behind_its_first_rows_is_never_a_short_table() throws SQLException, IOException {
        Path good = folder.resolve("good.parquet");
        write("SELECT range AS n, md5('' || range) AS v FROM range(300000)", good);
        byte[] bytes = Files.readAllBytes(good);

        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] torn = bytes.clone();
            int at = bytes.length / 10 * tenth;
            Arrays.fill(torn, at, at + 2_000, (byte) 0xA5);
            Path file = Files.write(folder.resolve("torn.parquet"), torn);
            assertThatThrownBy(() -> read(file))
                    .as("torn at %d tenths", tenth)
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("SOURCE-PARQUET");
        }
    }

    @Test
    void a_missing_file_is_missing() {
        assertThatThrownBy(() -> read(folder.resolve("no.parquet"))).hasMessageContaining("SOURCE-MISSING");
    }

    @Test
    void the_adult_file_of_openml_reads_whole() {
        Path file = Path.of(
                System.getProperty("slipway.root", "."), "..", "shared/data/sets/adult/adults_openml_48842.parquet");
        assumeTrue(Files.isRegularFile(file), "the adult data set is not on this machine");

        assertThat(Source.of(file)).isEqualTo(new ParquetSource(file));
        Table table = read(file);

        assertThat(table.rows()).isEqualTo(48_842);
        assertThat(table.column("age").type()).isEqualTo(ColumnType.INTEGER);
    }

    private Table table(String select) throws SQLException {
        Path file = folder.resolve("data.parquet");
        write(select, file);
        return read(file);
    }

    private static void write(String select, Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var copy = connection.prepareStatement(
                        "COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)")) {
            copy.execute();
        }
    }

    private static Table read(Path file) {
        var tables = new ArrayList<Table>();
        try (var reader = ParquetReader.open(new ParquetSource(file))) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                tables.add(batch.get().table());
            }
        }
        return Table.concat(tables);
    }
}
