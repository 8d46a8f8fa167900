package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.table.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowRulesTest {
    private static final Contract PASSENGERS = Contract.read(
            Document.yaml("contract.yaml", """
            name: passengers
            columns:
              class:  {type: integer, set: [1, 2, 3]}
              fare:   {type: number, min: 0, missing: 1}
              cabin:  {type: text, missing: 1, pattern: '[A-GÉ]\\d{1,3}'}
              deck:   {type: category, missing: 1, length: {min: 1, max: 2}}
              age:    {type: number, max: 100, missing: 1, severity: warn}
            dependencies: {class: {to: deck, map: {"1": top, "2": mid}}}
            rules:
              paid: class <> 1 OR fare > 0
              cheap: {sql: fare < 500, severity: warn}
            """.replace("length: {min: 1, max: 2}", "length: {min: 1, max: 3}")));

    private static List<String> what(String... rows) {
        var lines = new ArrayList<>(List.of("class,fare,cabin,deck,age"));
        lines.addAll(List.of(rows));
        return PASSENGERS.examine(Raw.csv(lines.toArray(String[]::new))).findings().stream()
                .map(Finding::what)
                .toList();
    }

    @Test
    void a_pattern_is_about_the_whole_value_and_knows_all_letters() {
        assertThat(what("3,1,É12,,", "3,1,C85,,")).isEmpty();
        assertThat(what("3,1,C85 C86,,", "3,1,xC85,,", "3,1,C,,"))
                .containsExactly(
                        "cabin is 'C85 C86', which does not match [A-GÉ]\\d{1,3}",
                        "cabin is 'xC85', which does not match [A-GÉ]\\d{1,3}",
                        "cabin is 'C', which does not match [A-GÉ]\\d{1,3}");
    }

    @Test
    void a_pattern_takes_time_by_the_length_of_the_text_alone() {
        var column = ContractColumn.of("a", ColumnType.TEXT).withPattern("(a+)+b");
        var contract = new Contract("c", Extra.REFUSE, List.of(column));

        var examined = contract.examine(Raw.csv("a", "a".repeat(50_000)));

        assertThat(examined.isGood()).isFalse();
    }

    @Test
    void a_length_counts_characters_and_not_units() {
        assertThat(what("3,1,,🚢🚢🚢,")).isEmpty();
        assertThat(what("3,1,,🚢🚢🚢🚢,")).containsExactly("deck is '🚢🚢🚢🚢', which has 4 characters and not 1 to 3");
    }

    @Test
    void a_condition_holds_for_each_row_and_a_missing_value_breaks_none() {
        assertThat(what("1,,,,", "2,0,,,", "1,5,,,")).isEmpty();
        assertThat(what("1,0,,,")).containsExactly("the row breaks 'paid': class <> 1 OR fare > 0 (class=1, fare=0)");
    }

    @Test
    void a_broken_cell_is_not_held_against_the_row_a_second_time() {
        assertThat(what("1,-1,,,")).containsExactly("fare is -1, outside [0, any]");
    }

    @Test
    void a_declared_dependency_names_the_value_that_would_be_right() {
        var examined = PASSENGERS.examine(Raw.csv("class,fare,cabin,deck,age", "2,1,,top,", "3,1,,top,", "1,1,,top,"));

        assertThat(examined.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.what()).isEqualTo("deck is 'top', but '2' in 'class' goes with mid");
            assertThat(finding.nearest()).isEqualTo("mid");
            assertThat(finding.where()).isEqualTo("people.csv, row 1 (line 2), column 'deck'");
        });
    }

    @Test
    void a_warning_is_named_and_the_row_stays_good_with_its_value() {
        var examined = PASSENGERS.examine(Raw.csv("class,fare,cabin,deck,age", "3,1,,,120", "3,600,,,"));

        assertThat(examined.findings()).hasSize(2).noneMatch(Finding::fails);
        assertThat(examined.isGood()).isTrue();
        assertThat(examined.goodRows()).containsExactly(0, 1);
        assertThat(examined.table().column("age").number(0)).isEqualTo(120);
    }

    @Test
    void a_request_keeps_the_same_rules() {
        var reader = new RequestReader(PASSENGERS.forServing(Set.of("class", "fare", "cabin", "deck", "age")), 10);

        var examined = reader.read("{\"class\": 1, \"fare\": 0, \"cabin\": \"x\", \"deck\": \"mid\", \"age\": 130}"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(examined.findings().stream().map(Finding::rule))
                .containsExactly(Rule.PATTERN, Rule.RANGE, Rule.CONDITION, Rule.DEPENDENCY);
        assertThat(examined.isGood()).isFalse();
    }

    @Test
    void a_request_is_not_asked_about_columns_that_no_model_reads() {
        var serving = PASSENGERS.forServing(Set.of("class"));

        assertThat(serving.rules().isNone()).isTrue();
    }
}
