package dev.slipway.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.parser.NumberReading;
import dev.slipway.parser.Parser;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParserReaderTest {
    @TempDir
    private Path folder;

    private Project project(String text) throws IOException {
        Files.writeString(folder.resolve("slipway.yaml"), text);
        return Project.read(folder);
    }

    private Parser parser(String columns) throws IOException {
        var project = project("""
                data: {train: [{file: a.csv, parser: unit}], target: y}
                parsers:
                  unit:
                    columns:
                      x: %s
                """.formatted(columns));
        return (Parser) project.parsers().named("unit", "here");
    }

    @Test
    void a_project_has_files_with_parsers() throws IOException {
        var project = project("""
                data: {train: [b.csv, {file: raw/a.csv, parser: unit}], target: y}
                parsers:
                  unit:
                    rename: {Preis: price}
                    columns:
                      price: {decimal: ",", grouping: ".", scale: 0.01, unit: EUR, missing: ["-"]}
                    constants: {branch: 7}
                    derive: {party: "adults + children"}
                    drop: [internal_id]
                """);

        assertThat(project.data().train())
                .containsExactly(
                        new DataFile(folder.resolve("b.csv"), Optional.empty()),
                        new DataFile(folder.resolve("raw/a.csv"), Optional.of("unit")));
        var parser = (Parser) project.parsers().named("unit", "here");
        var price = Objects.requireNonNull(parser.columns().get("price"));
        assertThat(price.reading())
                .isEqualTo(new NumberReading(",", ".", "", "", new BigDecimal("0.01"), BigDecimal.ZERO));
        assertThat(price.missing()).containsExactly("-");
        assertThat(parser.constants()).containsEntry("branch", "7");
        assertThat(parser.derive()).hasToString("{party=adults + children}");
        assertThat(parser.drop()).containsExactly("internal_id");
        assertThat(project.data().files()).contains("b.csv").contains("a.csv");
    }

    @Test
    void one_file_needs_no_list() throws IOException {
        assertThat(project("data: {train: {file: a.csv, parser: p}, target: y}")
                        .data()
                        .train())
                .containsExactly(new DataFile(folder.resolve("a.csv"), Optional.of("p")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{decimals: ','} | unknown key 'decimals'; did you mean 'decimal'?",
                "{decimal: ';'} | ';' cannot be the decimal sign",
                "{decimal: ',', grouping: ','} | ',' cannot be before the fraction and between groups",
                "{scale: 1/100} | '1/100' is no decimal number",
                "{scale: 0.01, date: dd.MM.yyyy} | a column cannot be a number and a date",
                "{date: dd.MM.yyyy HH:mm} | 'dd.MM.yyyy HH:mm' has local times of no zone",
                "{date: dd.MM.yyyy HH:mm, zone: Europe/Berln} | there is no time zone 'Europe/Berln'; did you mean 'Europe/Berlin'?",
                "{zone: UTC} | key 'date' is missing",
                "{values: {a: b}, otherwise: kepe} | unknown word 'kepe'; did you mean 'keep'?",
                "{epoch: sconds} | unknown word 'sconds'; did you mean 'seconds'?",
            })
    void what_cannot_be_meant_is_named_with_its_place(String columns, String what) {
        var refused = catchThrowableOfType(SlipwayException.class, () -> parser(columns));

        assertThat(refused.problems().stream().map(Problem::what)).contains(what);
        assertThat(refused.problems().get(0).where()).contains("slipway.yaml, line 5, 'parsers.unit.columns.x");
    }

    @Test
    void names_that_cannot_be_are_named() {
        var refused = catchThrowableOfType(SlipwayException.class, () -> project("""
                data: {train: [], target: y}
                parsers:
                  unit:
                    renames: {a: b}
                    rename: {Alter: age, Jahre: age, Preis: price}
                    columns: {Preis: {decimal: ","}}
                    derive: {z: "1 +"}
                """));

        assertThat(refused.problems().stream().map(Problem::what))
                .contains(
                        "the list names no file",
                        "unknown key 'renames'; did you mean 'rename'?",
                        "two columns would be called 'age'",
                        "'Preis' has another name by then",
                        "expected a value, found the end");
    }

    @Test
    void a_parser_that_is_not_there_is_named_with_the_nearest() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "y\n1\n");
        var project = project("""
                data: {train: {file: a.csv, parser: hambrug}, target: y}
                parsers: {hamburg: {}}
                """);

        var refused = catchThrowableOfType(SlipwayException.class, project::source);

        assertThat(refused.problems().get(0).what()).isEqualTo("there is no parser 'hambrug'; did you mean 'hamburg'?");
        assertThat(refused.problems().get(0).where()).isEqualTo("slipway.yaml, 'data.train'");
    }
}
