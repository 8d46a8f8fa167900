package dev.slipway.database;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * {@code slipway.db} of a state folder. It is made under a temporary name and renamed when it is whole, so a kill during
 * the first start leaves none, and one that is empty, short or gone was damaged later and is never silently made anew.
 */
final class DatabaseFile {
    /** The newest migration this program has; a test holds it against the files. */
    static final int SCHEMA = 1;

    private final StateFolder folder;
    private final Path file;
    private final SqliteProblems problems;

    DatabaseFile(StateFolder folder) {
        this.folder = folder;
        this.file = folder.database();
        this.problems = new SqliteProblems(file);
    }

    /** A connection to a whole database of this program's schema. */
    Connection connection() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return checked(Files.size(file));
        } catch (SQLException problem) {
            throw problems.from(problem);
        } catch (IOException problem) {
            throw SlipwayException.failed(
                    "DATABASE-IO",
                    "cannot open the database: " + problem,
                    file.toString(),
                    "make the file readable and writable for you, then run the command again");
        }
    }

    private Connection checked(long size) throws SQLException, IOException {
        if (size == 0) {
            throw problems.damaged("it is empty");
        }
        boolean killed = holdsBytes(sibling("-wal"));
        var connection = source(file).getConnection();
        boolean current = false;
        try {
            int schema = schema(connection, killed);
            if (schema > SCHEMA) {
                throw SlipwayException.failed(
                        "DATABASE-NEWER",
                        "the database has schema %d, this program knows up to %d".formatted(schema, SCHEMA),
                        file.toString(),
                        "use the newer Slipway that wrote it; a database is never downgraded");
            }
            current = schema == SCHEMA;
        } finally {
            if (!current) {
                connection.close();
            }
        }
        if (current) {
            return connection;
        }
        migrate(file);
        return source(file).getConnection();
    }

    /*
     * Flyway takes a quarter of a second to find that nothing is to be done. Its history table is asked directly, and the
     * pages are checked only where the last user did not close the database.
     */
    private int schema(Connection connection, boolean killed) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (killed) {
                try (var check = statement.executeQuery("pragma quick_check(1)")) {
                    if (!"ok".equals(check.getString(1))) {
                        throw problems.damaged(check.getString(1));
                    }
                }
            }
            try (var tables =
                    statement.executeQuery("select count(*) from sqlite_master where name = 'flyway_schema_history'")) {
                if (tables.getInt(1) == 0) {
                    throw problems.damaged("it holds no Slipway tables");
                }
            }
            try (var history = statement.executeQuery(
                    "select max(cast(version as integer)) from flyway_schema_history where success = 1")) {
                return history.getInt(1);
            }
        }
    }

    private void create() throws SQLException, IOException {
        if (holdsBytes(sibling("-wal")) || folder.holdsArtifacts()) {
            throw problems.damaged("it is gone, while other files of it are still there");
        }
        Path fresh = folder.temporary().resolve("slipway.db");
        migrate(fresh);
        // The last connection to close moves the log into the file; a log left beside it would be lost by the rename.
        if (holdsBytes(fresh.resolveSibling("slipway.db-wal"))) {
            throw new IOException("the new database was not written whole");
        }
        Durable.syncFile(fresh);
        Durable.rename(fresh, file);
    }

    private void migrate(Path database) {
        try {
            Flyway.configure(DatabaseFile.class.getClassLoader())
                    .dataSource(source(database))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException problem) {
            throw problems.from(problem);
        }
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static boolean holdsBytes(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static SQLiteDataSource source(Path database) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // Erased means erased: SQLite otherwise leaves deleted rows in the file.
        config.setPragma(Pragma.SECURE_DELETE, "true");
        // Without it, 'insert or replace' deletes a row past the triggers that forbid it.
        config.enableRecursiveTriggers(true);
        config.setBusyTimeout(5_000);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }
}
