package dev.slipway.evidence;

import static dev.slipway.store.StoreFixture.NOON;
import static dev.slipway.store.StoreFixture.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.store.StoreFixture;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    @TempDir
    Path project;

    private StoreFixture fixture;
    private Ledger ledger;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(project);
        ledger = fixture.store().evidence();
        ledger.append(fact("passed"));
        ledger.append(fact("failed"));
        ledger.append(fact("no_evidence"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void raw(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + fixture.database());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void a_fact_is_found_by_its_number_and_by_its_subject() {
        var second = ledger.find(2).orElseThrow();

        assertThat(second.kind()).isEqualTo("gate");
        assertThat(second.at()).isEqualTo(NOON);
        assertThat(second.detail()).isEqualTo("{\"a\":0.1,\"b\":2}");
        assertThat(ledger.of("deployment:ferry"))
                .extracting(Evidence::outcome)
                .containsExactly("passed", "failed", "no_evidence");
        assertThat(ledger.find(4)).isEmpty();
    }

    @Test
    void each_record_follows_from_the_one_before() {
        assertThat(ledger.find(1)).map(Evidence::previousHash).contains("0".repeat(64));
        assertThat(ledger.find(2).map(Evidence::previousHash))
                .isEqualTo(ledger.find(1).map(Evidence::hash));
        assertThat(fixture.reopened().evidence().verify()).isEmpty();
    }

    @Test
    void the_hash_can_be_repeated_by_anybody() {
        // Made with Python: sha256 of each part as its length, ':', its bytes and ','; the first part is the version.
        assertThat(ledger.find(1).orElseThrow().hash())
                .isEqualTo("a2134d2f1836051b06e105a7d3ed37c0d5ee72bb3d66414987c5253597661a27");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update evidence set outcome = 'passed' where sequence = 2|evidence 2 was changed",
                "update evidence set detail = '{}' where sequence = 1|evidence 1 was changed",
                "update evidence set at = 'yesterday' where sequence = 3|evidence 3 was changed",
                "update evidence set previous_hash = hash where sequence = 2|evidence 2 does not follow",
                "delete from evidence where sequence = 2|evidence 2 is missing",
                "delete from evidence where sequence = 1|evidence 1 is missing"
            })
    void tampering_is_named_with_the_first_record_it_broke(String tampering, String finding) throws SQLException {
        raw("drop trigger evidence_is_never_changed", "drop trigger evidence_is_never_deleted", tampering);

        assertThat(ledger.verify()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("EVIDENCE-BROKEN");
            assertThat(problem.what()).startsWith(finding);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update evidence set outcome = 'passed'", "delete from evidence"})
    void evidence_never_changes(String sql) {
        assertThatThrownBy(() -> raw(sql)).hasMessageContaining("evidence is never");
    }

    @Test
    void evidence_says_what_to_what_how_and_who() {
        assertThatThrownBy(() -> new Fact(
                        "gate", " ", "passed", ledger.find(1).orElseThrow().detail(), "ann"))
                .hasMessageContaining("EVIDENCE-BLANK")
                .hasMessageContaining("'subject'");
    }
}
