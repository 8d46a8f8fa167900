package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path project;

    private StateFolder folder;

    @BeforeEach
    void openFolder() {
        folder = StateFolder.open(project.resolve(".slipway"), Duration.ZERO).orBusy();
    }

    @AfterEach
    void closeFolder() {
        folder.close();
    }

    private Database open() {
        return Database.open(folder, Witness.NONE);
    }

    private static void note(Database database, String name) {
        database.inTransaction(handle -> handle.execute("create table " + name + " (content text)"));
    }

    private static boolean noted(Database database, String name) {
        return database.read(handle -> handle.createQuery("select count(*) from sqlite_master where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one()
                .equals(1));
    }

    private void raw(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.database());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_was_committed_is_there_after_reopening() {
        try (var database = open()) {
            note(database, "kept");
        }

        try (var database = open()) {
            assertThat(noted(database, "kept")).isTrue();
        }
    }

    @Test
    void it_promises_what_the_settings_say() {
        try (var database = open()) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "secure_delete")).isEqualTo("1");
            assertThat(pragma(database, "recursive_triggers")).isEqualTo("1");
        }
    }

    private static String pragma(Database database, String name) {
        return database.read(handle ->
                handle.createQuery("pragma " + name).mapTo(String.class).one());
    }

    @Test
    void the_schema_this_program_knows_is_its_newest_migration() throws IOException, URISyntaxException {
        var migrations =
                Objects.requireNonNull(DatabaseFile.class.getResource("/db/migration"), "there are migrations");

        try (var files = Files.list(Path.of(migrations.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
                    .contains(Integer.toString(DatabaseFile.SCHEMA))
                    .allMatch(number -> Integer.parseInt(number) <= DatabaseFile.SCHEMA);
        }
    }

    @Test
    void a_failed_transaction_leaves_nothing() {
        try (var database = open()) {
            assertThatThrownBy(() -> database.inTransaction(handle -> {
                        handle.execute("create table lost (content text)");
                        throw new IllegalStateException("boom");
                    }))
                    .hasMessage("boom");

            assertThat(noted(database, "lost")).isFalse();
        }
    }

    @Test
    void a_failed_part_fails_the_whole_even_when_its_exception_was_caught() {
        try (var database = open()) {
            assertThatThrownBy(() -> database.inTransaction(outer -> {
                        note(database, "first");
                        try {
                            return database.<Integer>inTransaction(inner -> {
                                throw new IllegalArgumentException("inner");
                            });
                        } catch (IllegalArgumentException ignored) {
                            return 0;
                        }
                    }))
                    .hasMessageContaining("nothing of it can be committed");

            assertThat(noted(database, "first")).isFalse();
            note(database, "next");
        }
    }

    @Test
    void steps_inside_a_transaction_are_reached_when_the_outermost_commits() {
        var seen = new ArrayList<Step>();
        try (var database = Database.open(folder, seen::add)) {
            database.inTransaction(Step.RELEASE_COMMIT, Step.RELEASE_COMMITTED, outer -> {
                database.inTransaction(Step.EVIDENCE_COMMIT, Step.EVIDENCE_COMMITTED, inner -> 0);
                assertThat(seen).isEmpty();
                return 0;
            });
        }

        assertThat(seen)
                .containsExactly(
                        Step.EVIDENCE_COMMIT, Step.RELEASE_COMMIT, Step.EVIDENCE_COMMITTED, Step.RELEASE_COMMITTED);
    }

    @Test
    void threads_take_turns() {
        try (var database = open()) {
            note(database, "counted");
            IntStream.range(0, 64)
                    .parallel()
                    .forEach(number -> database.inTransaction(handle -> {
                        int seen = handle.createQuery("select count(*) from counted")
                                .mapTo(Integer.class)
                                .one();
                        return handle.execute("insert into counted values (?)", seen);
                    }));

            List<Integer> numbers = database.read(handle -> handle.createQuery("select content from counted")
                    .mapTo(Integer.class)
                    .list());
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.range(0, 64).boxed().toList());
        }
    }

    @Test
    void a_newer_database_is_refused_and_not_touched() throws SQLException {
        open().close();
        raw("insert into flyway_schema_history select 99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'x', installed_on,"
                + " 1, 1 from flyway_schema_history where version = '1'");

        assertThatThrownBy(this::open)
                .hasMessageContaining("DATABASE-NEWER")
                .hasMessageContaining("schema 99, this program knows up to 1")
                .hasMessageContaining("never downgraded");
    }

    @Test
    void an_empty_file_is_damage_and_stays_as_it_is() throws IOException {
        Files.createFile(folder.database());

        assertDamaged("it is empty");
        assertThat(folder.database()).isEmptyFile();
    }

    @Test
    void a_file_that_is_no_database_is_damage_and_stays_as_it_is() throws IOException {
        Files.writeString(folder.database(), "these are notes about boats, not a database\n".repeat(100));

        assertDamaged("not a database");
        assertThat(folder.database()).content().startsWith("these are notes");
    }

    @Test
    void a_database_of_another_program_is_damage() throws SQLException {
        raw("create table booking (id integer)");

        assertDamaged("no Slipway tables");
    }

    @Test
    void a_file_cut_in_half_is_damage() throws IOException {
        open().close();
        try (var file = new RandomAccessFile(folder.database().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        assertDamaged("malformed");
    }

    @Test
    void a_log_cut_in_half_is_recovered_from_or_refused() throws IOException {
        Path copy = project.resolve("copy.db");
        try (var database = open()) {
            note(database, "kept");
            IntStream.range(0, 50)
                    .forEach(number -> database.inTransaction(
                            handle -> handle.execute("insert into kept values (?)", "x".repeat(2_000))));
            Files.copy(folder.database(), copy);
            Files.copy(project.resolve(".slipway/slipway.db-wal"), project.resolve("copy.db-wal"));
        }
        Files.move(copy, folder.database(), StandardCopyOption.REPLACE_EXISTING);
        Path log = Files.move(project.resolve("copy.db-wal"), project.resolve(".slipway/slipway.db-wal"));
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        try (var database = open()) {
            assertThat(noted(database, "kept")).isTrue();
        }
    }

    @Test
    void a_database_that_is_gone_while_artifacts_are_there_is_not_made_anew() throws IOException {
        Files.createDirectories(folder.artifacts().resolve("ab"));

        assertDamaged("it is gone");
        assertThat(folder.database()).doesNotExist();
    }

    private void assertDamaged(String finding) {
        assertThatThrownBy(this::open)
                .hasMessageContaining("DATABASE-DAMAGED")
                .hasMessageContaining(finding)
                .hasMessageContaining("put a backup of the whole state folder in its place")
                .extracting(problem -> ((SlipwayException) problem).kind())
                .isEqualTo(SlipwayException.Kind.FAILED);
    }

    @Test
    void a_full_disk_is_said_and_the_database_goes_on_once_there_is_space() {
        try (var database = open()) {
            note(database, "kept");
            int pages = database.read(handle ->
                    handle.createQuery("pragma page_count").mapTo(Integer.class).one());
            limit(database, pages + 1);

            assertThatThrownBy(() -> database.inTransaction(
                            handle -> handle.execute("insert into kept values (?)", "x".repeat(100_000))))
                    .hasMessageContaining("DATABASE-FULL")
                    .hasMessageContaining("free space");

            limit(database, 1_000_000);
            assertThat(database.<Integer>inTransaction(handle -> handle.execute("insert into kept values ('y')")))
                    .isEqualTo(1);
        }
    }

    private static void limit(Database database, int pages) {
        database.read(handle -> handle.createQuery("pragma max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_database_that_may_not_be_written_says_so() {
        try (var database = open()) {
            database.read(handle -> handle.execute("pragma query_only = on"));

            assertThatThrownBy(() -> note(database, "kept")).hasMessageContaining("DATABASE-READONLY");

            database.read(handle -> handle.execute("pragma query_only = off"));
            note(database, "later");
        }
        try (var database = open()) {
            assertThat(noted(database, "later")).isTrue();
        }
    }
}
