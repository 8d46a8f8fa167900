package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReportsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_contract_and_data_that_break_it() throws IOException {
        desk = new Desk(folder);
        desk.file("contract.yaml", """
                name: people
                columns:
                  name: {type: text}
                  age: {type: number, min: 0, max: 120}
                """);
        desk.file("people.csv", "name,age\nAnn,22\nBob,212\n");
    }

    @Test
    void each_format_answers_no_to_bad_data() {
        for (var format : new String[] {"text", "json", "ndjson", "junit", "github", "html"}) {
            var seen = desk.slipway("contract", "check", "people.csv", "--format", format);

            assertThat(seen.code()).as(format).isEqualTo(1);
            assertThat(seen.out()).as(format).contains("212");
        }
    }

    @Test
    void json_is_a_short_word_for_its_format() {
        assertThat(desk.slipway("contract", "check", "people.csv", "--json").out())
                .isEqualTo(desk.slipway("contract", "check", "people.csv", "--format", "json")
                        .out());
    }

    @Test
    void a_report_is_written_in_the_place_of_the_one_before() throws IOException {
        desk.file("report.xml", "old");

        var seen = desk.slipway("contract", "check", "people.csv", "--format", "junit", "--out", "report.xml");

        assertThat(seen.code()).isEqualTo(1);
        assertThat(seen.out()).isEqualToNormalizingNewlines("wrote report.xml: 2 rows: 1 good, 1 bad, 0 unreadable\n");
        assertThat(desk.text("report.xml")).startsWith("<?xml").contains("age is 212");
        assertThat(folder).isDirectoryNotContaining(file -> !Files.isRegularFile(file));
    }

    @Test
    void a_report_does_not_overwrite_what_it_is_about() throws IOException {
        var data = desk.slipway("contract", "check", "people.csv", "--out", "people.csv");
        var rules = desk.slipway("contract", "check", "people.csv", "--out", "./contract.yaml");

        assertThat(data.code()).isEqualTo(2);
        assertThat(data.err()).contains("FILE-OVER-INPUT");
        assertThat(rules.code()).isEqualTo(2);
        assertThat(desk.text("people.csv")).startsWith("name,age");
    }

    @Test
    void options_that_contradict_each_other_are_refused() {
        assertThat(desk.slipway("contract", "check", "people.csv", "--json", "--format", "html")
                        .err())
                .contains("--json and --format html contradict each other");
        assertThat(desk.slipway("contract", "check", "people.csv", "--all", "--format", "html")
                        .err())
                .contains("the format html never shows every row");
        assertThat(desk.slipway("contract", "check", "people.csv", "--format", "xml")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_place_that_cannot_be_written_is_said() {
        var seen = desk.slipway("contract", "check", "people.csv", "--out", "people.csv/report.txt");

        assertThat(seen.code()).isEqualTo(3);
        assertThat(seen.err()).contains("people.csv").doesNotContain("\tat ");
    }
}
