package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Files damaged on purpose, each with the truth about its damage (records of the truth count from 0). */
class CorruptedTitanicTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("slipway.root", "."), "..", "shared", "data", "corrupt", "titanic");
    private static final int RECORDS = 891;

    @BeforeEach
    void the_damaged_files_are_there() {
        assumeTrue(Files.isDirectory(FOLDER), "the damaged Titanic files are not on this machine");
    }

    @Test
    void every_file_ends_in_rows_or_in_a_problem() throws IOException {
        List<Path> files;
        try (var listed = Files.list(FOLDER)) {
            files = listed.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(40);

        for (Path file : files) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                try {
                    var whole = read(file);
                    assertThat(whole.table().columns().size()).as("%s", file).isGreaterThan(1);
                } catch (SlipwayException e) {
                    assertThat(e.problems()).as("%s", file).isNotEmpty();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated_lines", "extra_commas"})
    void exactly_the_records_with_a_wrong_number_of_fields_are_unreadable(String scenario) throws IOException {
        var wanted = new ArrayList<String>();
        for (JsonNode injected : truth(scenario).path("injected").values()) {
            wanted.add(injected.path("record").longValue() + 1 + ":"
                    + injected.path("line").longValue());
        }

        var whole = read(scenario);

        assertThat(whole.unreadable().stream().map(bad -> bad.record() + ":" + bad.line()))
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(whole.table().rows()).isEqualTo(RECORDS - wanted.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoding", "mixed"})
    void records_with_bytes_that_are_not_utf8_are_unreadable_and_the_others_stay(String scenario) throws IOException {
        var wanted = new ArrayList<Long>();
        for (JsonNode injected : truth(scenario).path("injected").values()) {
            if (injected.path("kind").stringValue().equals("invalid_utf8_byte")) {
                wanted.add(injected.path("line").longValue());
            }
        }

        var lines = read(scenario).unreadable().stream()
                .filter(bad -> bad.reason().contains("UTF-8"))
                .map(Unreadable::line);

        assertThat(lines).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void lines_stay_physical_behind_values_with_line_ends() throws IOException {
        Table table = read("quoted_newlines").table();
        var truth = truth("quoted_newlines");
        var values = new ArrayList<JsonNode>(truth.path("injected").values());
        values.addAll(truth.path("decoys").values());

        assertThat(values).hasSizeGreaterThan(5);
        for (JsonNode value : values) {
            int row = value.path("record").intValue();
            assertThat(table.origins().record(row)).isEqualTo(row + 1);
            assertThat(table.origins().line(row)).isEqualTo(value.path("line").longValue());
            assertThat(table.column(value.path("column").stringValue()).text(row))
                    .isEqualTo(value.path("after").stringValue());
        }
    }

    @Test
    void a_blank_line_is_no_record_and_a_comment_is_an_unreadable_one() throws IOException {
        var truth = truth("blank_and_comment_lines");

        var whole = read("blank_and_comment_lines");

        assertThat(whole.unreadable())
                .extracting(Unreadable::line)
                .containsExactly(truth.path("comment_line").longValue());
        assertThat(whole.table().rows()).isEqualTo(RECORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom", "crlf", "mixed_eol", "semicolon_delimited", "utf16le_bom"})
    void other_ways_to_write_the_same_file_read_as_the_same_table(String scenario) throws IOException {
        assertThat(read(scenario).table()).isEqualTo(read("clean").table());
    }

    @Test
    void a_nul_names_its_line() throws IOException {
        assertThat(read("nul_bytes").unreadable()).extracting(Unreadable::line).containsExactly(5L);
    }

    @Test
    void an_empty_file_is_a_problem_that_names_it() {
        assertThatThrownBy(() -> read("empty_file")).hasMessageContaining("SOURCE-EMPTY");
    }

    @Test
    void a_quote_that_is_never_closed_costs_the_line_on_which_it_opens() throws IOException {
        var whole = read("unclosed_quote");

        assertThat(whole.unreadable())
                .extracting(bad -> bad.line() + " " + bad.reason())
                .containsExactly("299 opens a quote in column 4 that is not rightly closed");
        assertThat(whole.table().rows()).isEqualTo(RECORDS - 1);
    }

    private static JsonNode truth(String scenario) throws IOException {
        return new ObjectMapper().readTree(Files.readString(FOLDER.resolve(scenario + ".truth.json")));
    }

    private static Batch read(String scenario) throws IOException {
        return read(FOLDER.resolve(scenario + ".csv"));
    }

    private static Batch read(Path file) {
        var tables = new ArrayList<Table>();
        var unreadable = new ArrayList<Unreadable>();
        try (var reader = CsvReader.open(new CsvSource(file))) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                tables.add(batch.get().table());
                unreadable.addAll(batch.get().unreadable());
            }
        }
        return new Batch(Table.concat(tables), unreadable);
    }
}
