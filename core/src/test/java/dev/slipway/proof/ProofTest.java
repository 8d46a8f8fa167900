package dev.slipway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Rule;
import dev.slipway.document.Document;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    static Contract contract(String columns) {
        return Contract.read(Document.yaml("contract.yaml", "name: people\ncolumns:\n" + columns.indent(2)));
    }

    private static Proven of(Proof proof, Rule rule) {
        return proof.results().stream()
                .filter(result -> result.demand().rule() == rule)
                .filter(result -> !result.demand().column().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_rule_of_every_type_is_proven() {
        var proof = Proof.of(contract("""
                name: {type: text, unique: true}
                age: {type: number, min: 0, max: 120, missing: 0.2}
                children: {type: integer, min: 0}
                class: {type: integer, set: [1, 2, 3]}
                size: {type: number, set: [0.5, 1.5]}
                sex: {type: category, set: [male, female], null_tokens: ["", "?"]}
                alive: {type: boolean, required: false}
                boarded: {type: timestamp, min: "1912-04-10T12:00:00Z", max: "1912-04-15T00:00:00Z"}
                note: {role: ignore}
                """));

        assertThat(proof.results())
                .allSatisfy(result ->
                        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.PROVEN))
                .hasSizeGreaterThan(25);
        assertThat(proof.passed()).isTrue();
        assertThat(proof.rows()).isEqualTo(20);
    }

    @Test
    void patterns_lengths_conditions_and_what_goes_with_what_are_proven() {
        var proof = Proof.of(Contract.read(Document.yaml("contract.yaml", """
                name: flights
                columns:
                  flight: {type: text, pattern: "(?:LH|BA)[0-9]{1,4}[A-Z]?"}
                  tail: {type: text, length: {min: 2, max: 6}}
                  seats: {type: integer, min: 1, max: 400}
                  sold: {type: integer, min: 0, max: 400}
                  class: {type: category, set: [eco, biz]}
                  code: {type: integer, set: [1, 2]}
                dependencies:
                  class: {to: code, map: {eco: 1, biz: 2}}
                rules:
                  not-overbooked: sold <= seats
                  exactly: class <> 'biz' OR seats = 50
                """)));

        assertThat(proof.results())
                .allSatisfy(result ->
                        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.PROVEN))
                .extracting(result -> result.demand().rule())
                .contains(Rule.PATTERN, Rule.LENGTH, Rule.CONDITION, Rule.DEPENDENCY);
    }

    @Test
    void a_condition_that_no_row_can_break_is_not_proven() {
        var proof = Proof.of(Contract.read(Document.yaml("contract.yaml", """
                name: flights
                columns:
                  seats: {type: integer, min: 1, max: 400}
                rules:
                  some: seats > 0
                """)));

        assertThat(proof.results().get(proof.results().size() - 1).why())
                .isEqualTo("no drawn row breaks it: perhaps nothing can");
        assertThat(proof.passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[A-Z]{3}-\\d+", "(a|bc)*x?", "[^0-9]{2,}", "\\w+@\\w+\\.(de|com)", "(?i)abc.", "a{2}b{1,}"})
    void texts_are_drawn_that_match_a_pattern(String pattern) {
        var random = new SplittableRandom(9);

        for (int i = 0; i < 200; i++) {
            assertThat(Matching.draw(pattern, random)).matches(pattern);
        }
    }

    @Test
    void what_was_planted_and_where_it_was_named_is_said() {
        var proof = Proof.of(contract("age: {type: integer, min: 0, max: 120}"));

        assertThat(proof.results())
                .extracting(Proven::why)
                .contains(
                        "'-1': row 11 is named", "'121': row 11 is named", "the column left out: the column is named");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age: {type: integer, min: -9223372036854775808}",
                "age: {type: number, max: 1.7976931348623157e308}"
            })
    void a_range_as_wide_as_the_type_is_dead(String column) {
        var result = of(Proof.of(contract(column)), Rule.RANGE);

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.DEAD);
    }

    @Test
    void a_set_that_the_range_says_already_is_hidden_by_the_range() {
        var result = of(Proof.of(contract("alive: {type: integer, min: 0, max: 1, set: [0, 1]}")), Rule.SET);

        assertThat(result.outcome()).isEqualTo(Outcome.HIDDEN);
        assertThat(result.why()).isEqualTo("'-1' is named by CONTRACT-RANGE of 'alive'");
    }

    @Test
    void rules_that_contradict_each_other_are_said() {
        var proof = Proof.of(contract("class: {type: integer, min: 5, set: [1, 2, 3]}"));

        assertThat(proof.passed()).isFalse();
        assertThat(proof.rows()).isZero();
        assertThat(proof.results())
                .allSatisfy(result -> assertThat(result.why())
                        .startsWith("no row keeps the contract: ")
                        .contains("no value keeps the rules of column 'class'"));
    }

    @Test
    void violations_are_planted_into_good_rows_of_data() {
        var data =
                Table.of(TextColumn.of("age", "1", "x", "300", "2", ""), TextColumn.of("sex", "f", "m", "f", "m", "f"));

        var proof =
                Proof.of(contract("age: {type: number, min: 0, max: 120}\nsex: {type: category, set: [f, m]}"), data);

        assertThat(proof.passed()).as(proof.toString()).isTrue();
        assertThat(proof.drawn()).isFalse();
        assertThat(proof.rows()).isEqualTo(2);
    }

    @Test
    void one_row_cannot_prove_that_no_value_comes_twice() {
        var proof = Proof.of(contract("name: {type: category, set: [only], unique: true}"));

        assertThat(proof.rows()).isEqualTo(1);
        assertThat(of(proof, Rule.UNIQUE).outcome()).isEqualTo(Outcome.UNPROVEN);
    }

    @Test
    void the_same_contract_is_proven_the_same_way() {
        var contract = contract("age: {type: number, min: 0, max: 120}\nname: {type: text, unique: true}");

        assertThat(Proof.of(contract)).isEqualTo(Proof.of(contract));
    }
}
