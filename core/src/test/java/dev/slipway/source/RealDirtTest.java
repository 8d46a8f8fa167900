package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Public files as they are, with the dirt they have: not one record is lost. */
class RealDirtTest {
    private static final Path SETS = Path.of(System.getProperty("slipway.root", "."), "..", "shared", "data", "sets");

    @BeforeEach
    void the_files_are_there() {
        assumeTrue(Files.isDirectory(SETS), "the public data sets are not on this machine");
    }

    @Test
    void every_line_of_the_messages_is_a_row_where_quotes_mean_nothing() {
        var read = read("sms/sms.tsv.gz", Optional.of("none"), Optional.empty(), "label", "text");

        assertThat(read.table().rows()).isEqualTo(5_574);
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.table().origins().line(5_573)).isEqualTo(5_574);
    }

    @Test
    void the_truncated_planes_are_named_one_by_one() {
        var read = read("flights2008/plane-data.csv.gz", Optional.empty(), Optional.empty());

        assertThat(read.unreadable()).hasSize(515).allMatch(bad -> bad.reason().startsWith("has 1 field"));
        assertThat(read.table().rows() + read.unreadable().size()).isEqualTo(4_995);
    }

    @Test
    void the_remark_that_begins_a_file_without_a_header_is_named_and_the_rest_are_rows() {
        var read = read("adult/adult.test.gz", Optional.empty(), Optional.of(false));

        assertThat(read.unreadable()).extracting(Unreadable::line).containsExactly(1L);
        assertThat(read.table().rows()).isEqualTo(16_281);
        assertThat(read.table().column("c15").text(0)).isEqualTo(" <=50K.");
    }

    @Test
    void blank_totals_and_words_for_nothing_stay_as_they_are_written() {
        var telco = read("telco/Telco-Customer-Churn.csv.gz", Optional.empty(), Optional.empty());
        var totals = telco.table().column("TotalCharges");
        var planes = read("flights2008/flights_2008_5_1_sample.csv.gz", Optional.empty(), Optional.of(false));

        assertThat(telco.table().rows()).isEqualTo(7_043);
        assertThat(IntStream.range(0, 7_043).filter(row -> totals.text(row).isBlank()))
                .hasSize(11);
        assertThat(planes.unreadable()).isEmpty();
        assertThat(planes.table().columns().stream()
                        .filter(column -> IntStream.range(0, column.size())
                                .anyMatch(row -> column.text(row).equals("NA"))))
                .isNotEmpty();
    }

    private static Batch read(String name, Optional<String> quote, Optional<Boolean> header, String... columns) {
        var dialect = Dialect.of(
                new Dialect.Said(Optional.empty(), quote, Optional.empty(), header, List.of(columns)), "the test");
        var tables = new ArrayList<Table>();
        var unreadable = new ArrayList<Unreadable>();
        try (var reader = CsvReader.open(new CsvSource(SETS.resolve(name), dialect))) {
            for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                tables.add(batch.get().table());
                unreadable.addAll(batch.get().unreadable());
            }
        }
        return new Batch(Table.concat(tables), unreadable);
    }
}
