package dev.slipway.registry;

import static dev.slipway.store.StoreFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.artifact.Manifest;
import dev.slipway.store.StoreFixture;
import dev.slipway.tracking.Run;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVersionsTest {
    @TempDir
    Path project;

    private StoreFixture fixture;
    private ModelVersions models;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(project);
        models = fixture.store().models();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ModelVersion register(int run) {
        Run finished = fixture.finished(run, "{\"tree\":%d}".formatted(run));
        return models.register("ferry", finished.id(), finished.model().orElseThrow());
    }

    @Test
    void versions_of_each_model_count_from_one() {
        assertThat(register(1).version()).isEqualTo(1);
        assertThat(register(2).version()).isEqualTo(2);
        assertThat(models.register("other", id(1), fixture.manifest("{\"tree\":1}"))
                        .version())
                .isEqualTo(1);

        assertThat(models.list("ferry")).extracting(ModelVersion::version).containsExactly(2, 1);
        assertThat(models.models()).containsExactly("ferry", "other");
    }

    @Test
    void a_version_comes_back_as_it_was_registered() {
        var version = register(1);

        assertThat(fixture.reopened().models().find("ferry", 1)).contains(version);
    }

    @Test
    void the_same_run_registered_twice_is_the_same_version() {
        var version = register(1);

        assertThat(models.register("ferry", id(1), version.files())).isEqualTo(version);
        assertThatThrownBy(() -> models.register("ferry", id(1), fixture.manifest("other")))
                .hasMessageContaining("MODEL-RUN-REGISTERED");
    }

    @Test
    void numbers_have_no_gaps_when_many_register_at_once() {
        List<Run> finished = IntStream.rangeClosed(1, 40)
                .mapToObj(run -> fixture.finished(run, "model " + run))
                .toList();

        List<Integer> numbers = finished.parallelStream()
                .map(run -> models.register("ferry", run.id(), run.model().orElseThrow())
                        .version())
                .toList();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void a_version_needs_its_run_and_all_its_files() {
        var absent = new Manifest(List.of(new Manifest.Entry("model.json", "0".repeat(64), 1)));

        assertThatThrownBy(() -> models.register("ferry", id(9), fixture.manifest("{}")))
                .hasMessageContaining("RUN-MISSING");
        assertThatThrownBy(() -> models.register("ferry", id(9), absent))
                .hasMessageContaining("ARTIFACT-MISSING")
                .hasMessageContaining("model.json");
    }

    @Test
    void an_unknown_version_says_what_there_is() {
        register(1);

        assertThatThrownBy(() -> models.require("ferry", 7))
                .hasMessageContaining("'ferry' has no version 7")
                .hasMessageContaining("from 1 to 1");
        assertThatThrownBy(() -> models.require("fery", 1)).hasMessageContaining("did you mean 'ferry'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "..", "a:b", "line\nbreak", "-rf"})
    void a_name_that_is_no_name_is_refused(String name) {
        assertThatThrownBy(() -> models.register(name, id(1), new Manifest(List.of())))
                .hasMessageContaining("NAME-INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update model_version set files = '{}'",
                "delete from model_version",
                "insert or replace into model_version select model, version, run, '{}', created from model_version"
            })
    void a_version_never_changes(String sql) throws SQLException {
        register(1);

        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + fixture.database());
                var statement = connection.createStatement()) {
            statement.execute("pragma recursive_triggers = on");
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("a model version is never");
        }
    }
}
