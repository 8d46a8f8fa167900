package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.document.Document;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.ColumnType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTextTest {
    private static final String BOOKINGS = """
            name: bookings
            extra: refuse   # columns the contract does not name: refuse | ignore
            columns:
              booking:   {type: text, unique: true, role: key}
              price:     {type: number, min: 0, max: 900.5, unit: EUR}
              cabin:     {type: category, set: [none, inside, "no"]}
              age:       {type: integer, missing: 0.2, null_tokens: ["", NA], min: 0, max: 110}
              leaves:    {type: timestamp, required: false, min: "2024-01-01T00:00:00Z"}
              "class #": {type: integer, set: [1, 2, 3], role: sensitive, description: "as sold: not as seated"}
              notes:     {type: text, role: ignore}
            """;

    private static Contract read(String yaml) {
        return Contract.read(Document.yaml("contract.yaml", yaml));
    }

    @Test
    void a_contract_is_read_as_it_is_written() {
        var contract = read(BOOKINGS);

        assertThat(contract.name()).isEqualTo("bookings");
        assertThat(contract.extra()).isEqualTo(Extra.REFUSE);
        assertThat(contract.find("age").orElseThrow())
                .isEqualTo(ContractColumn.of("age", ColumnType.INTEGER)
                        .withRange(0, 110)
                        .withMissing(0.2)
                        .withNullTokens(List.of("", "NA")));
        assertThat(contract.find("cabin").orElseThrow().set()).containsExactly("none", "inside", "no");
        assertThat(contract.find("booking").orElseThrow().role()).isEqualTo(Role.KEY);
        assertThat(contract.find("notes").orElseThrow().isChecked()).isFalse();
    }

    @Test
    void writing_a_contract_that_was_read_gives_the_same_text() {
        assertThat(read(BOOKINGS).yaml()).isEqualTo(BOOKINGS);
        assertThat(read(read(BOOKINGS).yaml())).isEqualTo(read(BOOKINGS));
    }

    @Test
    void names_and_words_of_every_kind_survive() {
        var odd = List.of(
                "",
                " ",
                "null",
                "true",
                "NO",
                "1e5",
                "0x1f",
                "a: b",
                "#x",
                "- y",
                "\u00a0",
                "\u200b",
                "\n\t\"\\",
                "\u007f",
                "\u0085",
                "é",
                "🚢",
                "[",
                "2024-01-01",
                "~",
                "=",
                "\ufeff",
                "a'b");
        var contract = new Contract(
                "12",
                Extra.IGNORE,
                odd.stream()
                        .map(name -> ContractColumn.of(name, ColumnType.CATEGORY)
                                .withSet(odd)
                                .withNullTokens(odd))
                        .toList());

        assertThat(read(contract.yaml())).isEqualTo(contract);
    }

    @Test
    void long_sets_go_over_several_lines() {
        var words = IntStream.range(0, 50).mapToObj(i -> "word number " + i).toList();
        var contract = new Contract(
                "c",
                Extra.REFUSE,
                List.of(ContractColumn.of("w", ColumnType.CATEGORY).withSet(words)));

        assertThat(contract.yaml().lines())
                .allMatch(line -> line.length() < 150)
                .hasSizeGreaterThan(6);
        assertThat(read(contract.yaml())).isEqualTo(contract);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {typ: number}                              | unknown key 'typ'; did you mean 'type'?
            {type: numbr}                              | unknown word 'numbr'; did you mean 'number'?
            {type: number, min: 5, max: 1}             | min is above max
            {type: number, min: low}                   | expected a number, found 'low'
            {type: text, min: 1}                       | a column of type text has no min
            {type: boolean, set: [a]}                  | a column of type boolean has no set
            {type: category, set: []}                  | the set is empty
            {type: category, set: [a, b, a]}           | the set has 'a' twice
            {type: integer, set: [1, 2.5]}             | expected a whole number, found 2.5
            {type: timestamp, min: 2024-02-30}         | expected an ISO 8601 date or time
            {type: text, missing: 20}                  | 20 is no share of the rows
            {type: text, role: targte}                 | did you mean 'target'?
            {min: 1}                                   | key 'type' is missing
            """)
    void what_cannot_be_meant_is_refused_with_its_line(String column, String what) {
        assertThatThrownBy(() -> read("name: c\ncolumns:\n  age: " + column + "\n"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("contract.yaml, line 3, 'columns.age");
    }

    @Test
    void a_contract_without_columns_is_refused() {
        assertThatThrownBy(() -> read("name: c\ncolumns: {}\n")).hasMessageContaining("names no column");
    }
}
