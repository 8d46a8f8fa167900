package dev.slipway.registry;

import static dev.slipway.store.StoreFixture.NOON;
import static dev.slipway.store.StoreFixture.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.evidence.Evidence;
import dev.slipway.store.StoreFixture;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {
    @TempDir
    Path project;

    private StoreFixture fixture;
    private Releases releases;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(project);
        releases = fixture.store().releases();
        for (int run = 1; run <= 2; run++) {
            var finished = fixture.finished(run, "model " + run);
            fixture.store()
                    .models()
                    .register("ferry", finished.id(), finished.model().orElseThrow());
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Move move(String action, int champion) {
        return new Move("ferry", action, new Plan("ferry", champion), "ann", "better on storms");
    }

    @Test
    void the_newest_release_serves_and_knows_the_one_before() {
        releases.append(move(Move.RELEASE, 1), fact("passed"));
        releases.append(move(Move.RELEASE, 2), fact("passed"));
        var back = releases.append(move(Move.ROLLBACK, 1), fact("done"));

        assertThat(back)
                .isEqualTo(new Release(
                        "ferry",
                        3,
                        "rollback",
                        new Plan("ferry", 1),
                        "ann",
                        "better on storms",
                        NOON,
                        3,
                        Optional.of(2)));
        var later = fixture.reopened().releases();
        assertThat(later.current("ferry")).contains(back);
        assertThat(later.history("ferry")).extracting(Release::number).containsExactly(3, 2, 1);
        assertThat(later.history("ferry").get(2).previous()).isEmpty();
        assertThat(later.deployments()).containsExactly("ferry");
        assertThat(later.current("other")).isEmpty();
    }

    @Test
    void a_release_and_its_evidence_are_kept_together_or_not_at_all() {
        assertThatThrownBy(() -> releases.append(move(Move.RELEASE, 9), fact("passed")))
                .hasMessageContaining("'ferry' has no version 9");
        assertThat(fixture.store().evidence().last()).isEmpty();

        var release = releases.append(move(Move.RELEASE, 1), fact("passed"));
        assertThat(fixture.store().evidence().find(release.evidence()))
                .map(Evidence::outcome)
                .contains("passed");
    }

    @Test
    void what_was_read_in_a_transaction_still_holds_when_it_writes() {
        List<Release> made = IntStream.range(0, 40)
                .parallel()
                .mapToObj(number -> fixture.store().transaction(() -> {
                    Optional<Integer> seen = releases.current("ferry").map(Release::number);
                    var release = releases.append(move(Move.RELEASE, 1), fact("passed"));
                    assertThat(release.previous()).isEqualTo(seen);
                    return release;
                }))
                .toList();

        assertThat(made)
                .extracting(Release::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(releases.history("ferry")).allMatch(release -> release.evidence() == release.number());
        assertThat(fixture.store().evidence().verify()).isEmpty();
    }

    @Test
    void a_move_says_who_and_why() {
        assertThatThrownBy(() -> new Move("ferry", Move.RELEASE, new Plan("ferry", 1), "ann", " "))
                .hasMessageContaining("RELEASE-REASON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update release set plan = '{}'", "delete from release"})
    void a_release_never_changes(String sql) throws SQLException {
        releases.append(move(Move.RELEASE, 1), fact("passed"));

        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + fixture.database());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("a release is never");
        }
    }
}
