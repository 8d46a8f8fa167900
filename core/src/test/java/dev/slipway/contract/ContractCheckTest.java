package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.source.Batch;
import dev.slipway.source.Unreadable;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
    private static final Contract PEOPLE = Contract.read(Document.yaml("contract.yaml", """
            name: people
            columns:
              id:    {type: text, unique: true}
              age:   {type: integer, min: 0, max: 110, missing: 0.5, null_tokens: ["", "NA"]}
              sex:   {type: category, set: [female, male]}
              paid:  {type: number}
              since: {type: timestamp, required: false, missing: 1}
            """));

    private static final Table MIXED = Raw.csv(
            "id,age,sex,paid,since",
            "a,22,male,1.5,2024-02-29",
            "b,NA,female,2,",
            "c,212,femal,1d,2023-02-29",
            "a,x,male,3,",
            "d,1.5,,4,");

    private static Report check(Contract contract, Table... parts) {
        return new ContractCheck(contract).run(Stream.of(parts).map(Batch::of).toList());
    }

    @Test
    void every_broken_rule_is_named_with_row_value_and_column() {
        var report = check(PEOPLE, MIXED);

        assertThat(report.findings().stream().map(finding -> finding.rule().code() + ": " + finding.what()))
                .containsExactly(
                        "CONTRACT-RANGE: age is 212, outside [0, 110]",
                        "CONTRACT-SET: sex is 'femal', not one of female, male; did you mean 'female'?",
                        "CONTRACT-TYPE: paid is '1d', which is not a number",
                        "CONTRACT-TYPE: since is '2023-02-29', which is not an ISO 8601 date or time",
                        "CONTRACT-TYPE: age is 'x', which is not a whole number of 64 bits",
                        "CONTRACT-UNIQUE: id is 'a' again, as in row 1 (line 2)",
                        "CONTRACT-TYPE: age is 1.5, which is not a whole number of 64 bits",
                        "CONTRACT-MISSING: sex is missing");
        assertThat(report.findings().get(0).problem().toString())
                .contains("where: people.csv, row 3 (line 4), column 'age'")
                .contains("nearest allowed: 110");
    }

    @Test
    void good_and_bad_rows_are_all_rows() {
        var report = check(PEOPLE, MIXED);

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.good()).isEqualTo(2);
        assertThat(report.bad()).isEqualTo(3);
        assertThat(report.examine(MIXED).goodRows()).containsExactly(0, 1);
    }

    @Test
    void unreadable_records_are_rows_too() {
        var lost = new Unreadable("people.csv", 6, 7, "4 fields instead of 5");

        var report = new ContractCheck(PEOPLE).run(List.of(new Batch(MIXED, List.of(lost))));

        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.good() + report.bad() + report.unreadable()).isEqualTo(6);
        assertThat(report.firstUnreadable().get(0).problem().where()).isEqualTo("people.csv, row 6 (line 7)");
    }

    @Test
    void the_way_rows_are_cut_cannot_be_seen() {
        var whole = check(PEOPLE, MIXED);

        for (int cut = 0; cut <= 5; cut++) {
            var parts = check(PEOPLE, MIXED.slice(0, cut), MIXED.slice(cut, 5));

            assertThat(parts.findings()).isEqualTo(whole.findings());
            assertThat(parts.json()).isEqualTo(whole.json());
        }
    }

    @Test
    void broken_cells_become_missing_and_the_others_typed() {
        var typed = PEOPLE.examine(MIXED).table();

        assertThat(typed.column("age"))
                .isEqualTo(IntegerColumn.of("age", Missing.where(5, row -> row > 0), 22, 0, 0, 0, 0));
        assertThat(typed.column("paid"))
                .isEqualTo(NumberColumn.of("paid", Missing.where(5, row -> row == 2), 1.5, 2, 0, 3, 4));
        assertThat(typed.column("since").text(0)).isEqualTo("2024-02-29T00:00:00Z");
        assertThat(typed.names()).containsExactly("id", "age", "sex", "paid", "since");
    }

    @Test
    void the_order_of_columns_is_free_and_an_optional_one_may_lack() {
        var report = check(PEOPLE, Raw.csv("sex,paid,age,id", "male,1,22,a"));

        assertThat(report.passed()).isTrue();
    }

    @Test
    void unknown_and_missing_columns_are_named_once() {
        var table = Raw.csv("id,age,Sex,paid", "a,1,male,1", "b,1,male,1");

        var report = check(PEOPLE, table.slice(0, 1), table.slice(1, 2));

        assertThat(report.findings().stream().map(finding -> finding.problem().what()))
                .containsExactly(
                        "column 'sex' is missing; did you mean 'Sex'?",
                        "column 'Sex' is not in the contract; did you mean 'sex'?");
        assertThat(report.findings().get(0).where()).isEqualTo("people.csv, column 'sex'");
        assertThat(report.passed()).isFalse();
        assertThat(report.good()).isZero();
    }

    @Test
    void too_many_missing_values_are_one_finding_of_the_column() {
        var report = check(PEOPLE, Raw.csv("id,age,sex,paid", "a,NA,male,1", "b,,male,1", "c,1,male,1"));

        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.what())
                        .isEqualTo("age is missing in 2 of 3 rows, more than the allowed share of 0.5"));
    }

    @Test
    void ignored_columns_are_neither_checked_nor_kept() {
        var contract = PEOPLE.with(PEOPLE.find("sex").orElseThrow().withRole(Role.IGNORE));

        var examined = contract.examine(MIXED);

        assertThat(examined.table().find("sex")).isEmpty();
        assertThat(examined.findings())
                .noneMatch(finding -> finding.column().name().equals("sex"));
    }

    @Test
    void typed_sources_are_checked_by_the_same_rules() {
        var contract = new Contract(
                "typed",
                Extra.REFUSE,
                List.of(
                        ContractColumn.of("n", ColumnType.NUMBER).withRange(0, 10),
                        ContractColumn.of("i", ColumnType.INTEGER)));

        var examined = contract.examine(
                Table.of(IntegerColumn.of("n", 1, 11, 3), NumberColumn.of("i", 22.0, 1.5, Double.NaN)));

        assertThat(examined.findings().stream().map(Finding::what))
                .containsExactly(
                        "n is 11, outside [0, 10]",
                        "i is 1.5, which is not a whole number of 64 bits",
                        "i is 'NaN', which is not a whole number of 64 bits");
        assertThat(examined.table().column("i").text(0)).isEqualTo("22");
    }

    @Test
    void the_numbers_are_exact_and_the_first_findings_of_a_group_are_kept() {
        var bad = Table.of(TextColumn.of(
                "n", IntStream.range(0, 5_000).mapToObj(i -> "x" + i).toArray(String[]::new)));
        var contract = new Contract("n", Extra.REFUSE, List.of(ContractColumn.of("n", ColumnType.NUMBER)));

        var report = check(contract, bad.slice(4_000, 5_000), bad.slice(0, 4_000));

        assertThat(report.bad()).isEqualTo(5_000);
        assertThat(report.failures()).isEqualTo(5_000);
        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(5_000);
            assertThat(group.first())
                    .hasSize(Group.KEPT)
                    .extracting(Finding::value)
                    .startsWith("x0", "x1");
        });
        assertThat(Document.json("report.json", report.json().getBytes(StandardCharsets.UTF_8))
                        .root()
                        .mapping()
                        .list("findings"))
                .hasSize(Group.KEPT);
    }
}
