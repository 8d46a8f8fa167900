package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.slipway.document.Document;
import dev.slipway.profile.Profile;
import dev.slipway.source.Batch;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private static TextColumn column(String name, int rows, IntFunction<String> value) {
        return TextColumn.of(name, IntStream.range(0, rows).mapToObj(value).toArray(String[]::new));
    }

    private static Inferred infer(TextColumn... columns) {
        return Contract.infer("data", Profile.of(Table.of(columns)));
    }

    private static ContractColumn only(Inferred inferred) {
        return inferred.contract().columns().get(0);
    }

    private static List<String> remarks(Inferred inferred) {
        return inferred.remarks().stream().map(Inferred.Remark::text).toList();
    }

    @Test
    void a_few_broken_cells_do_not_turn_numbers_into_text() {
        var inferred =
                infer(column("n", 1_000, row -> row == 7 ? "n/k" : row == 9 ? "1,5" : Integer.toString(row % 90)));

        assertThat(only(inferred).type()).isEqualTo(ColumnType.INTEGER);
        assertThat(remarks(inferred))
                .containsExactly("2 of 1000 values are no number and will be named: 'n/k' (row 8), '1,5' (row 10)");
    }

    @Test
    void many_broken_cells_do() {
        var inferred = infer(column("n", 1_000, row -> row % 50 == 0 ? "x" + row : Integer.toString(row)));

        assertThat(only(inferred).type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void one_fraction_makes_a_column_of_numbers() {
        assertThat(only(infer(column("n", 1_000, row -> row == 7 ? "1.5" : "1" + row)))
                        .type())
                .isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void postcodes_stay_words() {
        var inferred = infer(column("zip", 1_000, row -> "0%04d".formatted(row)));

        assertThat(only(inferred).type()).isEqualTo(ColumnType.TEXT);
        assertThat(remarks(inferred)).anyMatch(remark -> remark.contains("leading zeros"));
    }

    @Test
    void booleans_and_moments_are_seen() {
        var inferred = infer(
                column("b", 30, row -> row % 2 == 0 ? "True" : "FALSE"),
                column("t", 30, row -> "2024-02-%02d".formatted(row % 29 + 1)));

        assertThat(inferred.contract().columns())
                .containsExactly(
                        ContractColumn.of("b", ColumnType.BOOLEAN), ContractColumn.of("t", ColumnType.TIMESTAMP));
    }

    @Test
    void misspelt_rare_words_are_left_out_of_the_set_and_said() {
        var odd = Map.of(3, "Female", 5, "male ", 7, "femal", 11, "ｍａｌｅ", 13, "other");
        var inferred = infer(column("sex", 1_000, row -> odd.getOrDefault(row, row % 2 == 0 ? "female" : "male")));

        assertThat(only(inferred).type()).isEqualTo(ColumnType.CATEGORY);
        assertThat(only(inferred).set()).containsExactly("female", "male", "other");
        assertThat(remarks(inferred))
                .hasSize(4)
                .anyMatch(remark -> remark.startsWith("'femal' (1 times, first in row 8)"));
    }

    @Test
    void a_value_beyond_a_great_gap_is_left_outside_the_range() {
        var inferred = infer(column("age", 2_000, row -> row == 77 ? "212" : Integer.toString(row % 96)));

        assertThat(only(inferred).range()).isEqualTo(new Range(0, 105));
        assertThat(remarks(inferred))
                .containsExactly("far from all others, left outside the range and will be named: 212 (row 78)");
    }

    @Test
    void codes_keep_their_range() {
        assertThat(only(infer(column("class", 90, row -> Integer.toString(row % 3 + 1))))
                        .range())
                .isEqualTo(new Range(1, 3));
    }

    @Test
    void missing_shares_are_rounded_up() {
        assertThat(only(infer(column("n", 100, row -> row < 20 ? "" : "7.5"))).missing())
                .isEqualTo(0.25);
        assertThat(only(infer(column("n", 100, row -> "7.5"))).missing()).isZero();
        assertThat(only(infer(column("n", 100, row -> row < 99 ? "" : "7.5"))).missing())
                .isEqualTo(1);
        assertThat(only(infer(column("n", 100, row -> ""))).type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void texts_that_may_mean_missing_are_proposed_and_not_applied() {
        var inferred = infer(column("n", 1_000, row -> row % 4 == 0 ? "NA" : Integer.toString(row % 90)));

        assertThat(only(inferred).type()).isEqualTo(ColumnType.INTEGER);
        assertThat(only(inferred).nullTokens()).containsExactly("");
        assertThat(remarks(inferred))
                .singleElement()
                .asString()
                .contains("'NA' in 250 rows", "null_tokens: [\"\", \"NA\"]");
    }

    @Test
    void a_key_with_a_few_repeats_is_still_a_key() {
        var inferred = infer(
                column("booking", 3_000, row -> "B" + (row == 1_500 ? 3 : row)),
                column("name", 3_000, row -> "First Last " + row));

        assertThat(only(inferred).unique()).isTrue();
        assertThat(remarks(inferred))
                .containsExactly("looks like a key, but 1 row repeats a value and will be named: row 1501 as row 4");
        assertThat(inferred.contract().columns().get(1).unique()).isFalse();
    }

    @Test
    void remarks_become_comments_above_their_column() {
        var inferred = infer(column("a", 30, row -> "7"), column("m", 30, row -> row == 3 ? "?\n" : "1.5"));

        assertThat(inferred.yaml())
                .contains("  # '?\\n' in 1 row (first in row 4)")
                .contains("\n  m: {type: number");
        assertThat(Contract.read(Document.yaml("contract.yaml", inferred.yaml())))
                .isEqualTo(inferred.contract());
    }

    private static Report againstItself(String name, Table table) {
        var contract = Contract.infer(name, Profile.of(table)).contract();
        return new ContractCheck(Contract.read(Document.yaml("contract.yaml", contract.yaml())))
                .run(List.of(Batch.of(table)));
    }

    @Test
    void titanic_keeps_the_contract_inferred_from_it() {
        var table = Raw.file(Raw.shared("sets/titanic/titanic.csv")).table();

        var contract = Contract.infer("titanic", Profile.of(table)).contract();

        assertThat(againstItself("titanic", table).findings()).isEmpty();
        assertThat(contract.columns().stream()
                        .map(column -> column.name() + " " + column.type().label()))
                .containsExactly(
                        "PassengerId integer",
                        "Survived integer",
                        "Pclass integer",
                        "Name text",
                        "Sex category",
                        "Age number",
                        "SibSp integer",
                        "Parch integer",
                        "Ticket text",
                        "Fare number",
                        "Cabin text",
                        "Embarked category");
        assertThat(contract.columns().stream().filter(ContractColumn::unique).map(ContractColumn::name))
                .containsExactly("PassengerId");
    }

    @Test
    void adult_keeps_the_contract_inferred_from_it() {
        var table = adult(Raw.shared("sets/adult/adult.data.gz"), Raw.shared("sets/adult/adult.test.gz"));

        var report = againstItself("adult", table);

        assertThat(report.rows()).isEqualTo(48_842);
        assertThat(report.findings()).isEmpty();
    }

    /** As a parser would: no header, blanks, "?" for missing, a dot behind labels, a junk line. */
    private static Table adult(Path... files) {
        var rows = Arrays.stream(files).flatMap(InferenceTest::fields).toList();
        return Table.of(IntStream.range(0, 15)
                .mapToObj(i -> TextColumn.of(
                        "c" + i, rows.stream().map(fields -> fields.get(i)).toArray(String[]::new)))
                .toArray(TextColumn[]::new));
    }

    private static Stream<List<String>> fields(Path file) {
        try (var reader =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                var csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            return csv.stream()
                    .filter(record -> record.getFieldCount() == 15)
                    .map(record -> record.getFields().stream()
                            .map(field -> field.strip().replaceAll("^\\?$|\\.$", ""))
                            .toList())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
