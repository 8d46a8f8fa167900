package dev.slipway.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Finding;
import dev.slipway.document.Document;
import dev.slipway.expression.Expression;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.TableParser;
import dev.slipway.source.TableSource;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParserTest {
    private static final Table RAW = Table.of(
            List.of(
                    TextColumn.of("Preis", "1.250,00", "1.50", ""),
                    TextColumn.coded("Kabine", new String[] {"Innen", "Suite"}, 0, 1, 0),
                    TextColumn.of("Abfahrt", "01.02.2024 08:00", "31.03.2024 02:30", "01.07.2024 08:00"),
                    TextColumn.of("adults", "2", "1", "two"),
                    TextColumn.of("children", "1", "", "0")),
            Origins.of("hamburg.csv", new long[] {1, 2, 3}, 2, 3, 4));

    private static final Parser HAMBURG = new Parser(
            "hamburg",
            Map.of("Preis", "price", "Kabine", "cabin", "Abfahrt", "departs"),
            Map.of(
                    "price",
                    new ColumnReading(
                            Set.of(), new NumberReading(",", ".", "", "", new BigDecimal("0.01"), BigDecimal.ZERO)),
                    "cabin",
                    new ColumnReading(Set.of(), new WordReading(Map.of("Innen", "inside"), WordReading.Otherwise.BAD)),
                    "departs",
                    new ColumnReading(
                            Set.of(),
                            new MomentReading(
                                    "dd.MM.yyyy HH:mm",
                                    Optional.of(ZoneId.of("Europe/Berlin")),
                                    "en",
                                    MomentReading.Overlap.BAD))),
            Map.of("unit", "hamburg"),
            Map.of("party", Expression.parse("adults + COALESCE(children, 0)")),
            Set.of("adults", "children"));

    private static List<String> texts(Table table, String column) {
        return IntStream.range(0, table.rows())
                .mapToObj(table.column(column)::text)
                .toList();
    }

    private static Parser deriving(String expression) {
        return new Parser("p", Map.of(), Map.of(), Map.of(), Map.of("x", Expression.parse(expression)), Set.of());
    }

    @Test
    void raw_columns_become_shared_ones_in_canonical_text() {
        var parsed = HAMBURG.parse(RAW);

        assertThat(parsed.names()).containsExactlyInAnyOrder("price", "cabin", "departs", "unit", "party");
        assertThat(texts(parsed, "price")).containsExactly("12.5", "1.50", "");
        assertThat(texts(parsed, "cabin")).containsExactly("inside", "Suite", "inside");
        assertThat(texts(parsed, "departs"))
                .containsExactly("2024-02-01T07:00:00Z", "31.03.2024 02:30", "2024-07-01T06:00:00Z");
        assertThat(texts(parsed, "unit")).containsExactly("hamburg", "hamburg", "hamburg");
        assertThat(texts(parsed, "party")).containsExactly("3", "1", "two");
        assertThat(parsed.origins().where(1)).isEqualTo("hamburg.csv, row 2 (line 3)");
    }

    @Test
    void the_contract_names_each_cell_that_the_parser_cannot_read_with_its_raw_column_and_the_reason() {
        var contract = Contract.read(Document.yaml("contract.yaml", """
                name: bookings
                columns:
                  price: {type: number, missing: 1}
                  cabin: {type: category}
                  departs: {type: timestamp}
                  unit: {type: category}
                  party: {type: integer}
                """));

        var examined = contract.examine(HAMBURG.parse(RAW));

        assertThat(examined.findings().stream().map(Finding::problem).map(Problem::toString))
                .anyMatch(
                        problem -> problem.contains("CONTRACT-PARSE: price is 1.50, and parser 'hamburg' cannot read it"
                                        + " from column 'Preis': no number such as 1.234,5")
                                && problem.contains("hamburg.csv, row 2 (line 3), column 'price'"))
                .anyMatch(problem -> problem.contains(
                        "cabin is 'Suite', and parser 'hamburg' cannot read it from column 'Kabine': not one of Innen"))
                .anyMatch(problem -> problem.contains("a time that Europe/Berlin never had"))
                .anyMatch(problem -> problem.contains(
                        "party is 'two', and 'party' cannot be derived from it: 'adults' is not a number"))
                .hasSize(4);
        assertThat(examined.goodRows()).containsExactly(0);
        assertThat(examined.table().column("price").isMissing(1)).isTrue();
    }

    @Test
    void the_answer_does_not_depend_on_how_the_rows_are_cut() {
        var whole = HAMBURG.parse(RAW);

        var parts = IntStream.range(0, 3)
                .mapToObj(row -> HAMBURG.parse(RAW.slice(row, row + 1)))
                .toList();

        assertThat(Table.concat(parts)).isEqualTo(whole);
        assertThat(Table.concat(parts).origins().misread(1))
                .isEqualTo(whole.origins().misread(1));
        assertThat(HAMBURG.parse(RAW.slice(0, 0)).names()).isEqualTo(whole.names());
    }

    @Test
    void columns_that_are_not_there_or_twice_are_named_all_at_once() {
        var raw = Table.of(TextColumn.of("Pries", "1"), TextColumn.of("departs", ""), TextColumn.of("unit", ""));

        var refused = catchThrowableOfType(SlipwayException.class, () -> HAMBURG.parse(raw));

        assertThat(refused.problems().stream().map(Problem::what))
                .contains(
                        "there is no column 'Preis'; did you mean 'Pries'?",
                        "there is no column 'Kabine'",
                        "two columns would be called 'unit'");
        assertThat(refused.problems().get(0).where()).isEqualTo("table, parser 'hamburg'");
    }

    @Test
    void text_in_an_expression_means_what_fits() {
        var raw = Table.of(
                TextColumn.of("a", "2", "", "0"),
                TextColumn.of("b", "0.5", "1", "0"),
                TextColumn.of("t", "2024-01-02", "2024-01-02T03:00:00Z", ""),
                TextColumn.of("w", "Ja", "", "Nein"));

        assertThat(texts(deriving("a * b").parse(raw), "x")).containsExactly("1", "", "0");
        assertThat(texts(deriving("a / b").parse(raw), "x")).containsExactly("4", "", "");
        assertThat(texts(deriving("a || b").parse(raw), "x")).containsExactly("20.5", "", "00");
        assertThat(texts(deriving("COALESCE(w, 'Nein') = 'Ja'").parse(raw), "x"))
                .containsExactly("true", "false", "false");
        assertThat(texts(deriving("CAST(a AS integer)").parse(raw), "x")).containsExactly("2", "", "0");
        assertThat(texts(deriving("'k'").parse(raw), "x")).containsExactly("k", "k", "k");
        assertThat(texts(deriving("CASE WHEN a > 1 THEN w ELSE 'small' END").parse(raw), "x"))
                .containsExactly("Ja", "small", "small");
        assertThatThrownBy(() -> deriving("a + z").parse(raw)).isInstanceOf(SlipwayException.class);
        assertThatThrownBy(() -> deriving("(a OR b) + 1").parse(raw)).hasMessageContaining("EXPRESSION-TYPE");
    }

    @Test
    void a_typed_file_is_parsed_by_what_its_cells_say() {
        var raw = Table.of(NumberColumn.of("price", 199, 2.5), IntegerColumn.of("n", 1, 2));
        var cents = new Parser(
                "cents",
                Map.of(),
                Map.of(
                        "price",
                        new ColumnReading(
                                Set.of(), new NumberReading(".", "", "", "", new BigDecimal("0.01"), BigDecimal.ZERO))),
                Map.of(),
                Map.of("more", Expression.parse("n + 1")),
                Set.of());

        assertThat(texts(cents.parse(raw), "price")).containsExactly("1.99", "0.025");
        assertThat(texts(cents.parse(raw), "more")).containsExactly("2", "3");
        assertThat(cents.parse(raw).column("n")).isInstanceOf(IntegerColumn.class);
    }

    @Test
    void a_description_travels() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(HAMBURG);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(HAMBURG);
        }
    }

    /** Somebody's code. */
    private record Foreign(String name, java.util.function.UnaryOperator<Table> code) implements TableParser {
        @Override
        public Table parse(Table raw) {
            return code.apply(raw);
        }
    }

    @Test
    void a_foreign_parser_can_fail_but_neither_lose_rows_nor_move_them() {
        var batch = Batch.of(RAW);
        var source = new TableSource(RAW);

        assertThatThrownBy(() -> new ParsedSource(source, new Foreign("f", raw -> raw.slice(0, 1))).parse(batch))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("the parser 'f' made 1 rows of 3");
        assertThatThrownBy(() -> new ParsedSource(source, new Foreign("f", raw -> {
                            throw new IllegalStateException("boom");
                        }))
                        .parse(batch))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("hamburg.csv, row 1 (line 2) to hamburg.csv, row 3 (line 4)");
        var moved = new ParsedSource(source, new Foreign("f", raw -> Table.of(raw.columns(), Origins.from("x", 7, 3))))
                .parse(batch);
        assertThat(moved.table().origins().where(0)).isEqualTo("hamburg.csv, row 1 (line 2)");
        assertThat(moved.table().columns()).hasSameSizeAs(RAW.columns());
        Column first = moved.table().columns().get(0);
        assertThat(first.name()).isEqualTo("Preis");
    }
}
