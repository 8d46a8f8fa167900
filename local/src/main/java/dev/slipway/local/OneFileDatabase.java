package dev.slipway.local;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** A DuckDB in memory that may open one file and nothing else, on disk or on the network, whatever it is asked. */
final class OneFileDatabase {
    private OneFileDatabase() {}

    /** The caller closes it. */
    static DuckDBConnection open(Path file) throws SQLException {
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        var database = DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        try {
            run(database, "SET allowed_paths = [" + literal(file.toString()) + ", " + literal(pattern(file)) + "]");
            run(database, "SET enable_external_access = false");
            run(database, "SET lock_configuration = true");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** DuckDB takes the name of a file for a pattern; in brackets its signs stand for themselves. */
    static String pattern(Path file) {
        return file.toString().replaceAll("[\\[*?]", "[$0]");
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void run(DuckDBConnection database, String sql) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
