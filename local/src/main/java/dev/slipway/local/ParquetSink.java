package dev.slipway.local;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.PendingFile;
import dev.slipway.source.Sink;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A Parquet file (Zstandard), columns of the types of the table; words are text. The rows wait in a DuckDB file beside it,
 * not in memory, and are written as a {@link PendingFile}.
 */
public final class ParquetSink implements Sink {
    private final PendingFile file;
    private final Path waiting;
    private final DuckDBConnection connection;
    private List<String> types = List.of();
    private boolean finished;

    public ParquetSink(Path target) {
        file = PendingFile.of(target);
        waiting = file.part().resolveSibling(file.part().getFileName() + ".rows");
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Files.deleteIfExists(waiting);
            connection = DriverManager.getConnection("jdbc:duckdb:" + waiting, settings)
                    .unwrap(DuckDBConnection.class);
        } catch (IOException e) {
            throw file.unwritable(e);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(Table rows) {
        try {
            if (types.isEmpty()) {
                types = described(rows);
                run("CREATE TABLE rows (" + String.join(", ", types) + ")");
            }
            if (!types.equals(described(rows))) {
                throw new IllegalArgumentException("columns %s after %s".formatted(described(rows), types));
            }
            try (var appender = connection.createAppender("main", "rows")) {
                for (int row = 0; row < rows.rows(); row++) {
                    appender.beginRow();
                    for (var column : rows.columns()) {
                        append(appender, column, row);
                    }
                    appender.endRow();
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<String> described(Table rows) {
        return rows.columns().stream()
                .map(column -> "\"%s\" %s".formatted(column.name().replace("\"", "\"\""), type(column)))
                .collect(Collectors.toUnmodifiableList());
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TIMESTAMP -> "TIMESTAMP";
            case CATEGORY, TEXT, VECTOR -> "VARCHAR";
        };
    }

    private static void append(DuckDBAppender appender, Column column, int row) throws SQLException {
        if (column.isMissing(row)) {
            appender.appendNull();
        } else if (column instanceof NumberColumn number) {
            appender.append(number.at(row));
        } else if (column instanceof IntegerColumn whole) {
            appender.append(whole.at(row));
        } else if (column instanceof BooleanColumn truth) {
            appender.append(truth.at(row));
        } else if (column instanceof TimestampColumn time) {
            appender.append(time.instant(row).atOffset(ZoneOffset.UTC).toLocalDateTime());
        } else {
            appender.append(column.text(row));
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void finish() {
        if (types.isEmpty()) {
            throw new IllegalStateException("no table was written to " + file.part());
        }
        try {
            run("COPY (SELECT * FROM rows) TO "
                    + OneFileDatabase.literal(file.part().toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw failed(e);
        }
        try (var written = FileChannel.open(file.part(), StandardOpenOption.WRITE)) {
            written.force(true);
        } catch (IOException e) {
            throw file.unwritable(e);
        }
        file.publish();
        finished = true;
        tidy();
    }

    @Override
    public void close() {
        if (!finished) {
            tidy();
            file.discard();
        }
    }

    private void tidy() {
        try {
            connection.close();
            Files.deleteIfExists(waiting);
            Files.deleteIfExists(waiting.resolveSibling(waiting.getFileName() + ".wal"));
        } catch (SQLException e) {
            throw failed(e);
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    private SlipwayException failed(SQLException cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "SINK-WRITE",
                        "the file cannot be written: "
                                + String.valueOf(cause.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("no reason given"),
                        file.part().toAbsolutePath().toString(),
                        "check that its folder exists, may be written to, and has space left"),
                cause);
    }
}
