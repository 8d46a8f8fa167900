package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.source.Batch;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRulesTest {
    private static final Table FLIGHTS = Raw.csv(
            "flight,day,carrier,name,far,late",
            "1,2024-01-01,AA,American,100,5",
            "2,2024-01-01,UA,United,200,6",
            "1,2024-01-02,AA,American,300,9",
            "2,2024-01-01,UA,United,250,7",
            "3,2024-01-02,AA,Americn,50,1",
            "1,2024-01-01,AA,American,100,5",
            "3,,AA,,10,0");

    private static Contract contract(String rules) {
        return Contract.read(Document.yaml("contract.yaml", """
                name: flights
                columns:
                  flight:  {type: integer}
                  day:     {type: timestamp, missing: 1}
                  carrier: {type: category, set: [AA, UA]}
                  name:    {type: text, missing: 1}
                  far:     {type: number}
                  late:    {type: number}
                """ + rules + "\n"));
    }

    private static Report check(String rules, Batch... batches) {
        return new ContractCheck(contract(rules))
                .at(Instant.parse("2024-01-04T00:00:00Z"))
                .run(List.of(batches));
    }

    private static List<String> found(String rules) {
        return check(rules, Batch.of(FLIGHTS)).findings().stream()
                .map(finding -> finding.record() + ": " + finding.what())
                .toList();
    }

    @Test
    void values_of_several_columns_come_once_together_and_a_row_that_lacks_one_is_not_asked() {
        assertThat(found("unique: [[flight, day]]"))
                .containsExactly(
                        "4: flight + day is '2, 2024-01-01T00:00:00Z' again, as in row 2 (line 3)",
                        "6: flight + day is '1, 2024-01-01T00:00:00Z' again, as in row 1 (line 2)");
    }

    @Test
    void a_row_that_comes_again_as_a_whole_is_named() {
        assertThat(found("duplicates: refuse")).containsExactly("6: the row is the same as row 1 (line 2)");
    }

    @Test
    void a_warning_about_duplicates_leaves_the_rows_good() {
        var report = check("duplicates: warn", Batch.of(FLIGHTS));

        assertThat(report.passed()).isTrue();
        assertThat(report.good()).isEqualTo(7);
        assertThat(report.groups()).hasSize(1);
    }

    @Test
    void what_most_rows_say_of_a_value_is_held_against_the_others() {
        assertThat(found("dependencies: {carrier: name}"))
                .containsExactly("5: name is 'Americn', but 'AA' in 'carrier' goes with American");
    }

    @Test
    void a_row_that_breaks_several_rules_is_bad_once() {
        var report = check(
                "duplicates: refuse\nunique: [[flight, day]]\nrules: {near: far > 60}\ndependencies: {carrier: name}",
                Batch.of(FLIGHTS));

        assertThat(report.failures()).isEqualTo(6);
        assertThat(report.bad()).isEqualTo(4);
        assertThat(report.good()).isEqualTo(3);
        assertThat(report.examine(FLIGHTS).goodRows()).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            relations: {r: {correlation: [far, late], min: 0.9}}      |
            relations: {r: {correlation: [far, late], max: 0.9}}      | the correlation of 'far' and 'late' is 0.9391
            relations: {r: {correlation: [flight, flight], max: 0.9}} | is 1.0000 over 7 rows, outside [any, 0.9]
            relations: {r: {decreasing: [flight, far]}}               | the mean of 'far' rises from
            relations: {r: {increasing: [carrier, far]}}              |
            relations: {r: {decreasing: [carrier, far]}}              | the mean of 'far' rises from
            rows: {min: 7, max: 7}                                    |
            rows: {max: 6}                                            | there are 7 rows, outside [0, 6]
            freshness: {column: day, within: 2d}                      |
            freshness: {column: day, within: 47h}                     | is 2024-01-02T00:00:00Z, 2d ago and not within 47h
            """)
    void rules_about_all_rows_are_one_finding(String rule, String what) {
        var report = check(rule, Batch.of(FLIGHTS));

        if (what == null) {
            assertThat(report.findings()).isEmpty();
            return;
        }
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains(what);
            assertThat(finding.record()).isZero();
        });
        assertThat(report.passed()).isFalse();
        assertThat(report.bad()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_way_rows_are_cut_and_ordered_cannot_be_seen(long seed) {
        String rules = "duplicates: refuse\nunique: [[flight, day]]\ndependencies: {carrier: name}\n"
                + "relations: {r: {correlation: [far, late], max: 0}, s: {decreasing: [flight, far]}}\nrows: {max: 2}";
        var random = new Random(seed);
        var parts = new ArrayList<Batch>();
        for (int from = 0; from < FLIGHTS.rows(); ) {
            int to = Math.min(FLIGHTS.rows(), from + random.nextInt(3));
            parts.add(Batch.of(FLIGHTS.slice(from, to)));
            from = to;
        }
        Collections.shuffle(parts, random);

        assertThat(check(rules, parts.toArray(Batch[]::new)).json())
                .isEqualTo(check(rules, Batch.of(FLIGHTS)).json());
    }

    @Test
    void a_row_is_named_by_its_file_and_record() {
        var other = FLIGHTS.slice(0, 1).rows(0);
        var elsewhere = Table.of(
                other.columns(), Origins.of("more.csv", LongStream.of(1).toArray(), 2));

        var report = check("unique: [[flight, day]]", Batch.of(FLIGHTS.slice(0, 2)), Batch.of(elsewhere));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.source()).isIn("people.csv", "more.csv");
            assertThat(finding.what()).contains("as in row 1 (line 2) of ");
        });
        assertThat(report.bad()).isEqualTo(1);
    }
}
