package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.contract.Finding;
import dev.slipway.engine.Engine;
import dev.slipway.local.LocalEngine;
import dev.slipway.source.Source;
import dev.slipway.table.ColumnType;
import dev.slipway.testkit.TravellingEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckContractTest {
    private static final Contract PEOPLE = new Contract(
            "people",
            Extra.REFUSE,
            List.of(
                    ContractColumn.of("name", ColumnType.TEXT).withUnique(true),
                    ContractColumn.of("age", ColumnType.NUMBER).withRange(0, 120)));

    @TempDir
    private Path folder;

    private final Engine engine = new TravellingEngine(new LocalEngine(2));
    private final CheckContract check = new CheckContract(engine);

    @Test
    void the_rows_are_set_apart_as_they_were_written_and_none_is_lost() throws IOException {
        var data = Files.writeString(folder.resolve("people.csv"), """
                name,age
                "Braund, Owen",022
                Ann,212
                "a ""quoted"" one",3e1
                torn
                Ann,x
                """);

        var report = check.check(Source.of(data), PEOPLE);
        check.quarantine(Source.of(data), report, folder.resolve("aside"), false);

        assertThat(folder.resolve("aside/good.csv")).hasContent("""
                name,age
                "Braund, Owen",022
                "a ""quoted"" one",3e1
                """);
        assertThat(folder.resolve("aside/bad.csv")).hasContent("""
                name,age,slipway_line,slipway_reason
                Ann,212,3,"age is 212, outside [0, 120]"
                Ann,x,6,"age is 'x', which is not a number; name is 'Ann' again, as in row 2 (line 3)"
                """);
        assertThat(folder.resolve("aside/unreadable.csv"))
                .content()
                .startsWith("record,line,reason\n4,5,")
                .hasLineCount(2);
        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.good() + report.bad() + report.unreadable()).isEqualTo(5);
    }

    @Test
    void a_file_that_changed_since_the_check_is_not_set_apart() throws IOException {
        var data = Files.writeString(folder.resolve("people.csv"), "name,age\nAnn,1\n");
        var report = check.check(Source.of(data), PEOPLE);
        Files.writeString(data, "name,age\nAnn,1\nBob,2\n");

        assertThatThrownBy(() -> check.quarantine(Source.of(data), report, folder.resolve("aside"), false))
                .hasMessageContaining("SOURCE-CHANGED");
    }

    @Test
    void rows_without_a_column_they_need_are_bad_and_say_so() throws IOException {
        var data = Files.writeString(folder.resolve("people.csv"), "name,years\nAnn,1\nBob,2\n");

        var report = check.check(Source.of(data), PEOPLE);
        check.quarantine(Source.of(data), report, folder.resolve("aside"), false);

        assertThat(report.good()).isZero();
        assertThat(folder.resolve("aside/good.csv")).hasContent("name,years\n");
        assertThat(folder.resolve("aside/bad.csv"))
                .content()
                .contains("Ann,1,2,column 'age' is missing; column 'years' is not in the contract");
    }

    @Test
    void files_of_an_earlier_check_are_replaced_only_by_force() throws IOException {
        var data = Files.writeString(folder.resolve("people.csv"), "name,age\nAnn,1\n");
        var report = check.check(Source.of(data), PEOPLE);
        var aside = folder.resolve("aside");
        check.quarantine(Source.of(data), report, aside, false);

        assertThatThrownBy(() -> check.quarantine(Source.of(data), report, aside, false))
                .hasMessageContaining("QUARANTINE-EXISTS")
                .hasMessageContaining("--force");
        check.quarantine(Source.of(data), report, aside, true);

        assertThat(aside.resolve("good.csv")).hasContent("name,age\nAnn,1\n");
    }

    @Test
    void every_finding_comes_in_the_order_of_the_file_and_no_two_numbers_disagree() throws IOException {
        var lines = new StringBuilder("name,age\n");
        for (int row = 1; row <= 30_000; row++) {
            lines.append(row % 7 == 0 ? "torn\n" : "n%d,%s\n".formatted(row % 20_000, row % 3 == 0 ? "x" : "5"));
        }
        var data = Files.writeString(folder.resolve("people.csv"), lines.toString());
        var source = Source.of(data);
        var report = check.check(source, PEOPLE);
        var findings = new ArrayList<Finding>();
        var lost = new ArrayList<Long>();

        report.each(engine, source, findings::add, record -> lost.add(record.record()));

        assertThat(findings).hasSize((int) report.failures());
        assertThat(findings.stream().map(Finding::record)).isSorted();
        assertThat(findings.stream().map(Finding::record).distinct().count()).isEqualTo(report.bad());
        assertThat(lost).hasSize((int) report.unreadable()).isSorted();
        assertThat(report.rows()).isEqualTo(30_000).isEqualTo(report.good() + report.bad() + report.unreadable());
    }

    @Test
    void a_header_alone_is_refused() throws IOException {
        var data = Files.writeString(folder.resolve("people.csv"), "name,age\n");

        assertThatThrownBy(() -> check.check(Source.of(data), PEOPLE)).hasMessageContaining("SOURCE-NO-ROWS");
    }
}
