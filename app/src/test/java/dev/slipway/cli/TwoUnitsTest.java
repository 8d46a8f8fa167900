package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two business units with raw formats of their own train one model and are answered by it: examples/two-units. */
final class TwoUnitsTest {
    private static final List<String> FILES =
            List.of("slipway.yaml", "contract.yaml", "hamburg.csv", "turku.csv", "shared.csv");

    @TempDir
    private Path folder;

    private Desk desk() throws IOException {
        var example = Path.of(System.getProperty("slipway.root"), "examples", "two-units");
        for (var file : FILES) {
            Files.copy(example.resolve(file), folder.resolve(file));
        }
        return new Desk(folder);
    }

    private List<String> answers(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',')))
                .toList();
    }

    @Test
    void a_raw_file_gets_the_same_digits_as_its_shared_form() throws IOException {
        var desk = desk();

        var trained = desk.slipway("train");
        var released = desk.slipway("release", "--why", "both units");

        assertThat(trained.err() + trained.out()).contains("version 1 of model 'ferries'");
        assertThat(released.code()).as(released.err()).isZero();
        for (var unit : List.of("hamburg", "turku")) {
            var predicted = desk.slipway("predict", unit + ".csv", "--parser", unit, "--out", unit + "-answers.csv");
            assertThat(predicted.code()).as(predicted.err()).isZero();
        }
        assertThat(desk.slipway("predict", "shared.csv", "--out", "answers.csv").code())
                .isZero();
        assertThat(answers("answers.csv"))
                .hasSize(600)
                .isEqualTo(Stream.concat(answers("hamburg-answers.csv").stream(), answers("turku-answers.csv").stream())
                        .toList());
    }

    @Test
    void both_raw_files_together_train_what_the_shared_file_trains() throws IOException {
        var desk = desk();
        var raw = desk.slipway("train");
        var yaml = desk.text("slipway.yaml");
        desk.file("slipway.yaml", yaml.replaceAll("(?s)train:\n.*?  target:", "train: shared.csv\n  target:"));
        var shared = desk.slipway("train");

        assertThat(shared.code()).as(shared.err()).isZero();
        assertThat(scores(shared.err())).isEqualTo(scores(raw.err())).hasSize(2);
    }

    private static List<String> scores(String err) {
        return err.lines()
                .filter(line -> line.contains("roc_auc"))
                .map(line -> line.replaceAll(" \\(.*", ""))
                .toList();
    }

    @Test
    void the_contract_of_all_units_is_inferred_from_the_raw_files_of_the_project() throws IOException {
        var desk = desk();

        var inferred = desk.slipway("contract", "infer");

        assertThat(inferred.code()).as(inferred.err()).isZero();
        assertThat(inferred.out()
                        .lines()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList())
                .containsAll(desk.text("contract.yaml")
                        .lines()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void parse_shows_cells_before_and_after_and_names_what_it_cannot_read() throws IOException {
        var desk = desk();
        desk.file("new.csv", """
                Buchung;Alter;Kabine;Preis;Abfahrt;Erwachsene;Kinder;Upgrade;Sachbearbeiter
                H1;40;Innen;12.550;01.02.2024 08:00;2;1;ja;Alsen
                H2;41;Suite;125.50;31.03.2024 02:30;2;1;ja;Alsen
                """);

        var parsed = desk.slipway("parse", "new.csv", "--parser", "hamburg", "--show", "1", "--out", "parsed.csv");

        assertThat(parsed.code()).isEqualTo(1);
        assertThat(parsed.out())
                .containsSubsequence(
                        "new.csv, row 2 (line 3), column 'cabin': 'Suite'",
                        "parser 'hamburg' cannot read it from column 'Kabine': not one of Innen, Außen",
                        "new.csv, row 2 (line 3), column 'price': '125.50'",
                        "parser 'hamburg' cannot read it from column 'Preis': no number such as 1.234,5",
                        "a time that Europe/Berlin never had: its clocks went from 02:00 to 03:00",
                        "new.csv, row 1 (line 2)",
                        "12.550",
                        "125.5",
                        "(dropped)",
                        "2 rows, 3 cells that 'hamburg' cannot read, 0 records that are no rows");
        assertThat(desk.text("parsed.csv").lines())
                .containsExactly(
                        "booking,age,cabin,price,departs,upgraded,unit,party",
                        "H1,40,inside,125.5,2024-02-01T07:00:00Z,yes,hamburg,3",
                        "H2,41,Suite,125.50,31.03.2024 02:30,yes,hamburg,3");
    }

    @Test
    void what_a_parser_cannot_read_stops_a_check_and_a_training_with_row_line_and_raw_column() throws IOException {
        var desk = desk();
        var rows = desk.text("hamburg.csv");
        desk.file("hamburg.csv", rows.replaceFirst("36\\.189", "361.89"));

        var checked = desk.slipway("contract", "check", "hamburg.csv", "--parser", "hamburg");
        var trained = desk.slipway("train");

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out())
                .contains("price is 361.89, and parser 'hamburg' cannot read it from column 'Preis'")
                .contains("hamburg.csv, row 1 (line 2), column 'price'");
        assertThat(trained.code()).isEqualTo(1);
        assertThat(trained.err()).contains("CONTRACT-PARSE: price is 361.89").contains("nothing was trained");
    }

    @Test
    void a_parser_that_is_not_there_is_a_wrong_command_line() throws IOException {
        var desk = desk();

        var seen = desk.slipway("parse", "hamburg.csv", "--parser", "hambrug");
        var plugins = desk.set("SLIPWAY_PLUGINS", "nowhere").slipway("parse", "hamburg.csv", "--parser", "hamburg");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err()).contains("there is no parser 'hambrug'; did you mean 'hamburg'?");
        assertThat(plugins.code()).isEqualTo(3);
        assertThat(plugins.err()).contains("PLUGINS-MISSING");
    }

    @Test
    void the_page_about_parsers_shows_this_example() throws IOException {
        var root = Path.of(System.getProperty("slipway.root"));
        var page = Files.readString(root.resolve("docs/parsers.md"));
        var shown = page.substring(page.indexOf("```yaml\n") + "```yaml\n".length());

        assertThat(Files.readString(root.resolve("examples/two-units/slipway.yaml")))
                .contains(shown.substring(0, shown.indexOf("```")));
    }
}
