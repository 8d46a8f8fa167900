package dev.slipway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.document.Document;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {
    private static Contract contract(String columns) {
        return Contract.read(
                Document.yaml("contract.yaml", "name: people\ncolumns:\n" + columns.replaceAll("(?m)^", "  ") + "\n"));
    }

    private static Difference between(String before, String after) {
        return Difference.between(contract("age: " + before), contract("age: " + after));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {type: number, min: 0, max: 120}        | {type: number, min: 0, max: 150}       | range       | NONE   | BREAKS
            {type: number, min: 0, max: 120}        | {type: number, min: 1, max: 120}       | range       | BREAKS | NONE
            {type: number, min: 0, max: 120}        | {type: number, min: 1, max: 130}       | range       | BREAKS | BREAKS
            {type: number, min: 0}                  | {type: number}                         | range       | NONE   | BREAKS
            {type: integer, min: 0, max: 1}         | {type: integer, min: -0.5, max: 1}     | range       | NONE   | NONE
            {type: integer, set: [1, 2]}            | {type: integer, set: [1, 2], max: 5}   | range       | NONE   | NONE
            {type: integer, set: [1, 2]}            | {type: integer, set: [1, 2], max: 1}   | range       | BREAKS | NONE
            {type: category, set: [a, b]}           | {type: category, set: [a, b, c]}       | set         | NONE   | BREAKS
            {type: category, set: [a, b]}           | {type: category, set: [a]}             | set         | BREAKS | NONE
            {type: category, set: [a, b]}           | {type: category, set: [b, a]}          | set         | NONE   | NONE
            {type: category}                        | {type: category, set: [a]}             | set         | BREAKS | NONE
            {type: integer}                         | {type: number}                         | type        | NONE   | BREAKS
            {type: number}                          | {type: integer}                        | type        | BREAKS | MAY
            {type: number}                          | {type: timestamp}                      | type        | BREAKS | BREAKS
            {type: text}                            | {type: category}                       | type        | NONE   | MAY
            {type: number}                          | {type: number, missing: 0.1}           | missing     | NONE   | BREAKS
            {type: number, missing: 0.2}            | {type: number, missing: 0.1}           | missing     | BREAKS | NONE
            {type: number}                          | {type: number, required: false}        | required    | NONE   | BREAKS
            {type: number, required: false}         | {type: number}                         | required    | BREAKS | NONE
            {type: text}                            | {type: text, unique: true}             | unique      | BREAKS | NONE
            {type: text, unique: true}              | {type: text}                           | unique      | NONE   | BREAKS
            {type: number, unit: EUR}               | {type: number, unit: USD}              | unit        | BREAKS | BREAKS
            {type: number}                          | {type: number, unit: EUR}              | unit        | NONE   | NONE
            {type: number}                          | {type: number, role: target}           | role        | NONE   | MAY
            {type: number}                          | {type: number, role: ignore}           | role        | NONE   | BREAKS
            {type: number, role: ignore}            | {type: number}                         | role        | BREAKS | NONE
            {type: number}                          | {type: number, description: years}     | description | NONE   | NONE
            {type: text}                            | {type: text, pattern: "[a-z]+"}        | pattern     | BREAKS | NONE
            {type: text, pattern: "[a-z]+"}         | {type: text, pattern: "[a-z]*"}        | pattern     | MAY    | MAY
            {type: text, pattern: "[a-z]+"}         | {type: text}                           | pattern     | NONE   | BREAKS
            {type: text, set: [a, b]}               | {type: text, set: [a, b], pattern: "[a-z]+"} | pattern | NONE | NONE
            {type: text, length: {min: 1, max: 9}}  | {type: text, length: {min: 2, max: 9}} | length      | BREAKS | NONE
            {type: text, length: {max: 9}}          | {type: text, length: {max: 10}}        | length      | NONE   | BREAKS
            {type: number}                          | {type: number, severity: warn}         | severity    | NONE   | BREAKS
            {type: number, severity: warn}          | {type: number}                         | severity    | BREAKS | NONE
            {type: number, max: 5, severity: warn}  | {type: number, max: 3, severity: warn} | range       | NONE   | NONE
            {type: number}                          | {type: number, owner: ann}             | owner       | NONE   | NONE
            {type: text}                            | {type: text, null_tokens: ["", "?"]}   | null_tokens | BREAKS | NONE
            {type: number, missing: 1, null_tokens: ["", "?"]} | {type: number, missing: 1}  | null_tokens | BREAKS | NONE
            """)
    void a_change_breaks_whom_it_breaks(String before, String after, String rule, Impact producers, Impact consumers) {
        var difference = between(before, after);

        assertThat(difference.producers()).as("producers").isEqualTo(producers);
        assertThat(difference.consumers()).as("consumers").isEqualTo(consumers);
        assertThat(difference.changes().stream().map(Change::rule).toList()).containsExactly(rule);
    }

    @Test
    void a_column_that_goes_breaks_both_and_the_likely_new_name_is_said() {
        var difference = Difference.between(contract("cabin: {type: text}"), contract("cabins: {type: text}"));

        assertThat(difference.changes())
                .extracting(Change::what)
                .containsExactly("the column is gone; did you mean 'cabins'?", "a new required column of type text");
        assertThat(difference.changes().get(0).consumers()).isEqualTo(Impact.BREAKS);
        assertThat(difference.changes().get(1).producers()).isEqualTo(Impact.BREAKS);
        assertThat(difference.changes().get(1).consumers()).isEqualTo(Impact.NONE);
    }

    @Test
    void a_new_optional_column_breaks_nobody() {
        var difference = Difference.between(
                contract("age: {type: number}"), contract("age: {type: number}\nsex: {type: text, required: false}"));

        assertThat(difference.producers()).isEqualTo(Impact.NONE);
        assertThat(difference.consumers()).isEqualTo(Impact.NONE);
    }

    @Test
    void the_change_is_said_in_words() {
        assertThat(between("{type: timestamp, min: \"2024-01-01T00:00:00Z\"}", "{type: timestamp}")
                        .changes()
                        .get(0)
                        .what())
                .isEqualTo("range changed from [2024-01-01T00:00:00Z, any] to any");
        assertThat(between("{type: category, set: [a, b]}", "{type: category, set: [b, c]}")
                        .changes()
                        .get(0)
                        .what())
                .isEqualTo("allowed now: 'c'; no longer allowed: 'a'");
    }

    @Test
    void the_same_contract_is_no_change() {
        var same = contract("age: {type: number, min: 0, missing: 0.1}");

        assertThat(Difference.between(same, same).changes()).isEmpty();
    }

    /** The definition itself, tried on every value of a small world: what is called harmless is, and what breaks does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void harmless_is_harmless_and_broken_is_broken_for_every_value(long seed) {
        var random = new SplittableRandom(seed);
        int decided = 0;
        for (int i = 0; i < 400; i++) {
            var before = column(random);
            var after = column(random);
            if (before.type() != after.type()) {
                continue;
            }
            var difference = Difference.between(of(before), of(after));
            boolean producers = VALUES.stream().anyMatch(value -> keeps(before, value) && !keeps(after, value));
            boolean consumers = VALUES.stream()
                    .anyMatch(value -> keeps(after, value)
                            && !(keeps(before, value) && read(before, value).equals(read(after, value))));
            String about = of(before).yaml() + of(after).yaml() + difference;
            if (difference.producers() != Impact.MAY) {
                assertThat(difference.producers() == Impact.BREAKS).as(about).isEqualTo(producers);
                decided++;
            }
            if (difference.consumers() != Impact.MAY) {
                assertThat(difference.consumers() == Impact.BREAKS).as(about).isEqualTo(consumers);
            }
        }
        assertThat(decided).isGreaterThan(50);
    }

    private static Contract of(ContractColumn column) {
        return new Contract("one", Extra.REFUSE, List.of(column));
    }

    private static final List<String> VALUES = Stream.concat(
                    Stream.of("", "?", "a", "b", "c", "z", "0.5", "1.5", "1e300", "-1e300"),
                    IntStream.rangeClosed(-3, 8).mapToObj(Integer::toString))
            .toList();

    /** Two readings of one text are the same, or who relied on the first is misled. */
    private static Table read(ContractColumn column, String value) {
        return of(column).examine(Table.of(TextColumn.of("x", value))).table();
    }

    private static boolean keeps(ContractColumn column, String value) {
        return of(column).examine(Table.of(TextColumn.of("x", value))).isGood();
    }

    private static ContractColumn column(SplittableRandom random) {
        String type = random.nextBoolean() ? "integer" : random.nextBoolean() ? "number" : "category";
        var yaml = new StringBuilder("x: {type: " + type);
        boolean words = type.equals("category");
        if (!words && random.nextBoolean()) {
            yaml.append(", min: ")
                    .append(random.nextInt(-2, 2))
                    .append(", max: ")
                    .append(random.nextInt(2, 6));
        }
        if (random.nextBoolean()) {
            yaml.append(", set: ")
                    .append(
                            words
                                    ? random.nextBoolean() ? "[a, b]" : "[a, c]"
                                    : random.nextBoolean() ? "[1, 2]" : "[-2, 1, 5]");
        }
        if (random.nextInt(4) == 0) {
            yaml.append(", missing: 1");
        }
        if (random.nextInt(4) == 0) {
            yaml.append(", null_tokens: [\"\", \"?\"]");
        }
        return contract(yaml.append('}').toString()).columns().get(0);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            rows: {min: 5}                        | rows: {min: 6}                        | BREAKS | NONE
            rows: {min: 5, max: 9}                | rows: {max: 9}                        | NONE   | BREAKS
            duplicates: refuse                    | duplicates: warn                      | NONE   | BREAKS
            rules: {r: a > 1}                     | rules: {r: a > 2}                     | MAY    | MAY
            rules: {r: a > 1}                     | rules: {r: {sql: a > 2, severity: warn}} | NONE | BREAKS
            duplicates: allow                     | rules: {r: a > 1}                     | MAY    | NONE
            unique: [[a, b]]                      | duplicates: allow                     | NONE   | BREAKS
            dependencies: {a: b}                  | duplicates: allow                     | NONE   | BREAKS
            dependencies: {a: {to: b, map: {1: 2}}} | dependencies: {a: {to: b, map: {1: 2, 2: 3}}} | BREAKS | NONE
            relations: {r: {correlation: [a, b], min: 0.1}} | relations: {r: {correlation: [a, b], min: 0.2}} | BREAKS | NONE
            freshness: {column: t, within: 2d}    | freshness: {column: t, within: 3d}    | NONE   | BREAKS
            owner: ann                            | owner: bob                            | NONE   | NONE
            """)
    void rules_beyond_single_cells_are_compared(String before, String after, Impact producers, Impact consumers) {
        String columns = "name: n\ncolumns:\n  a: {type: number}\n  b: {type: number}\n  t: {type: timestamp}\n";

        var difference =
                Difference.between(Contract.read(yaml(columns + before)), Contract.read(yaml(columns + after)));

        assertThat(difference.changes()).isNotEmpty();
        assertThat(difference.producers()).isEqualTo(producers);
        assertThat(difference.consumers()).isEqualTo(consumers);
    }

    @Test
    void the_name_and_extra_columns_are_compared_too() {
        var before = Contract.read(yaml("name: a\nextra: refuse\ncolumns:\n  x: {type: text}\n"));
        var after = Contract.read(yaml("name: b\nextra: ignore\ncolumns:\n  x: {type: text}\n"));

        assertThat(Difference.between(before, after).changes())
                .containsExactly(
                        new Change(
                                "",
                                "extra",
                                "columns the contract does not name are ignored now",
                                Impact.NONE,
                                Impact.MAY),
                        new Change("", "name", "renamed from 'a' to 'b'", Impact.NONE, Impact.NONE));
        assertThat(Difference.between(after, before).producers()).isEqualTo(Impact.BREAKS);
    }

    private static Document yaml(String text) {
        return Document.yaml("contract.yaml", text);
    }
}
