package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.table.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted faults in real data, each with its record and column: shared data, folder corrupt. */
class CorruptedTitanicTest {
    private static final Map<String, ColumnType> TYPES =
            Map.of("int", ColumnType.INTEGER, "float", ColumnType.NUMBER, "string", ColumnType.TEXT);
    private static final Set<String> NO_RULE_YET = Set.of("Name", "Ticket", "Cabin");

    private static Contract contract() {
        return Document.json(Raw.shared("corrupt/titanic/contract.json")).read(root -> {
            var unique = root.texts("unique");
            return new Contract(
                    "titanic",
                    Extra.REFUSE,
                    root.mapping("columns").entries().stream()
                            .map(entry -> column(entry.name(), entry.value().mapping(), unique))
                            .toList());
        });
    }

    private static ContractColumn column(String name, Mapping rules, List<String> unique) {
        return ContractColumn.of(name, TYPES.getOrDefault(rules.text("type"), ColumnType.TEXT))
                .withMissing(rules.bool("nullable", false) ? 1 : 0)
                .withRange(rules.number("min", Double.NEGATIVE_INFINITY), rules.number("max", Double.POSITIVE_INFINITY))
                .withSet(rules.texts("in"))
                .withUnique(unique.contains(name));
    }

    private static Report check(String scenario) {
        return new ContractCheck(contract()).run(List.of(Raw.file(Raw.shared("corrupt/titanic/" + scenario + ".csv"))));
    }

    private static Set<String> cells(Report report) {
        return report.findings().stream()
                .map(finding -> "row %05d %s"
                        .formatted(finding.record(), finding.column().name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The planted cells that rules of type, missing, range, set and uniqueness can prove. */
    private static Set<String> planted(String scenario) {
        var file = Raw.shared("corrupt/titanic/" + scenario + ".truth.json");
        return Document.json(file)
                .read(root -> root.list("injected").stream()
                        .map(Node::mapping)
                        .filter(fault -> fault.bool("violates_contract")
                                && fault.find("column").isPresent())
                        .filter(CorruptedTitanicTest::isProvable)
                        .map(fault -> "row %05d %s".formatted(fault.whole("record") + 1, fault.text("column")))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean isProvable(Mapping fault) {
        return !NO_RULE_YET.contains(fault.text("column"))
                || fault.find("after").map(after -> after.written().isEmpty()).orElse(true);
    }

    @Test
    void the_clean_file_has_no_finding() {
        var report = check("clean");

        assertThat(report.passed()).isTrue();
        assertThat(report.rows()).isEqualTo(891);
    }

    @ParameterizedTest
    @ValueSource(strings = {"columns_reordered", "bom", "crlf", "mixed_eol", "label_noise_20pct"})
    void what_no_rule_can_prove_is_not_reported(String scenario) {
        assertThat(check(scenario).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nulls",
                "disguised_nulls",
                "out_of_range",
                "swapped_columns_rows_provable",
                "unit_x1000_scattered",
                "unit_x1000_tail_block",
                "category_spelling",
                "wrong_types",
                "duplicate_key"
            })
    void every_planted_cell_is_named_and_no_other(String scenario) {
        var report = check(scenario);

        assertThat(planted(scenario)).isNotEmpty();
        assertThat(cells(report)).isEqualTo(planted(scenario));
        assertThat(report.rows()).isEqualTo(report.good() + report.bad() + report.unreadable());
    }

    @Test
    void truncated_lines_are_unreadable_rows() {
        var report = check("truncated_lines");

        assertThat(report.rows()).isEqualTo(891);
        assertThat(report.unreadable() + report.bad()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"column_renamed", "column_missing", "column_extra"})
    void faults_of_the_header_are_findings_of_a_column(String scenario) {
        assertThat(check(scenario).findings()).isNotEmpty().allMatch(finding -> finding.rule() == Rule.COLUMN);
    }
}
