package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.document.Document;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.ColumnType;
import java.time.Duration;
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

    private static final String FLIGHTS = """
            name: flights
            owner: network planning
            extra: ignore   # columns the contract does not name: refuse | ignore
            columns:
              carrier:  {type: category, set: [AA, UA]}
              tail:     {type: text, pattern: '[A-Z]{2}-\\d{3}''?', length: {min: 6, max: 7}, severity: warn}
              flight:   {type: integer, length_of: none}
              day:      {type: timestamp, owner: "operations, night shift"}
              distance: {type: number, role: forbidden, sensitive: true}
              airtime:  {type: number, missing: 0.5}
            unique: [[flight, day], {columns: [tail, day], severity: warn}]
            duplicates: refuse
            dependencies:
              tail: carrier
              flight: [{to: carrier, map: {"1": AA, "2": UA}}, {to: distance, severity: warn}]
            rules:
              far: distance > 10 OR airtime < 60
              "known day": {sql: day IS NOT NULL, description: no flight without a day, severity: warn}
            relations:
              longer: {correlation: [distance, airtime], min: 0.9}
              farther: {increasing: [distance, airtime], severity: warn}
            distributions: {profile: flights.profile.json, columns: [distance, airtime]}
            rows: {min: 1000}
            freshness: {column: day, within: 2d}
            """.replace(", length_of: none", "");

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
    void rules_beyond_single_cells_are_read_and_written_alike() {
        var contract = read(FLIGHTS);

        assertThat(read(contract.yaml())).isEqualTo(contract);
        assertThat(contract.yaml().replace("'", "").replace("\"", ""))
                .isEqualTo(FLIGHTS.replace("'", "").replace("\"", ""));
        assertThat(contract.owner()).isEqualTo("network planning");
        assertThat(contract.rules().conditions()).hasSize(2);
        assertThat(contract.rules().unique().get(1).severity()).isEqualTo(Severity.WARN);
        assertThat(contract.rules().dependencies().get(1).map()).containsEntry("2", "UA");
        assertThat(contract.rules().freshness().get(0).within()).isEqualTo(Duration.ofDays(2));
        assertThat(contract.find("distance").orElseThrow().sensitive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unique: [[a]]                                 | names at least two
            unique: [[a, c]]                              | there is no column 'c'
            duplicates: maybe                             | unknown word 'maybe'
            dependencies: {a: when}                       | there is no column 'when'
            rules: {r: a + 1}                             | expected a condition, found number
            rules: {r: aa > 1}                            | there is no column 'aa'
            rules: {r: a > }                              | character
            rules: {r: {sq: a > 1}}                       | did you mean 'sql'?
            relations: {r: {correlation: [a, b]}}         | needs min, max or both
            relations: {r: {correlation: [a], min: 0}}    | about two columns
            relations: {r: {increasing: [b, w]}}          | has no mean
            relations: {r: {min: 0}}                      | a relation asks one thing
            rows: {min: 5, max: 1}                        | no file has that many rows
            freshness: {column: a, within: 2d}            | column 'a' is no timestamp
            freshness: {column: t, within: 2 days}        | is no duration
            distributions: {columns: [a]}                 | key 'profile' is missing
            """)
    void rules_that_cannot_be_meant_are_refused_with_their_line(String rule, String what) {
        var columns = "  a: {type: number}\n  b: {type: number}\n  w: {type: text}\n  t: {type: timestamp}\n";

        assertThatThrownBy(() -> read("name: c\ncolumns:\n" + columns + rule + "\n"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("contract.yaml, line 7, '" + rule.substring(0, rule.indexOf(':')));
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
            {type: text, pattern: "[a"}                | the pattern cannot be read: missing closing ]
            {type: text, pattern: "(?=a)"}             | the pattern cannot be read
            {type: text, pattern: "(a{99}){999}"}      | the pattern repeats too much
            {type: number, pattern: a}                 | a column of type number has no pattern
            {type: text, length: {min: 3, max: 2}}     | no text has such a length
            {type: text, severity: error}              | unknown word 'error'
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
