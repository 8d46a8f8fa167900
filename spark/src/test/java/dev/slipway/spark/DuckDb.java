package dev.slipway.spark;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Writes Parquet files as another program does. */
final class DuckDb {
    private DuckDb() {}

    /** The rows of a query, in groups of 2,048. */
    static Path parquet(Path file, String query) throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var copy = database.prepareStatement(
                        "COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)".formatted(query, file))) {
            copy.execute();
        }
        return file;
    }
}
