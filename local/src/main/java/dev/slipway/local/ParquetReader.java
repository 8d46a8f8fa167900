package dev.slipway.local;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.SourceFile;
import dev.slipway.source.TableReader;
import dev.slipway.table.Column;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;

/** The rows of a Parquet file, in file order, in columns of the types the file declares. */
public final class ParquetReader implements TableReader {
    // Wide tables come in smaller batches, so that a batch stays within some tens of megabytes.
    private static final int CELLS = 1 << 22;
    // The file name is bound. Folders called "year=2024" add no column: what is read is the file.
    private static final String FILE = "read_parquet(?, hive_partitioning = false)";

    private final ParquetSource source;
    private final DuckDBConnection connection;
    private final String pattern;
    private final List<ParquetColumn> columns;
    private final String selected;
    private final int batchRows;
    private final long declared;
    private final PreparedStatement statement;
    private final DuckDBChunkedResult result;
    private long read;
    private boolean begun;

    private ParquetReader(ParquetSource source, DuckDBConnection connection, Path file) throws SQLException {
        this.source = source;
        this.connection = connection;
        pattern = OneFileDatabase.pattern(file);
        columns = described();
        selected = String.join(", ", columns.stream().map(ParquetColumn::sql).toList());
        batchRows = Math.max(ParquetColumn.CHUNK, Math.min(ROWS, CELLS / columns.size()));
        declared = declaredRows();
        var query = connection.prepare("SELECT " + selected + " FROM " + FILE);
        statement = query;
        query.setString(1, pattern);
        result = query.query();
    }

    /** @throws SlipwayException where the file cannot be opened, is no Parquet, or has columns of other types */
    public static ParquetReader open(ParquetSource source) {
        try (var bytes = SourceFile.open(source.file())) {
            if (bytes.read() < 0) {
                throw SlipwayException.refused(
                        "SOURCE-EMPTY", "the file is empty", source.name(), "write it again, or name another file");
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(source.file(), e);
        }
        try {
            // DuckDB compares the names of files: links and ".." would be other names than the one that is allowed.
            var file = source.file().toRealPath();
            var connection = OneFileDatabase.open(file);
            try {
                return new ParquetReader(source, connection, file);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(source.file(), e);
        } catch (SQLException e) {
            throw damaged(source, e);
        }
    }

    private List<ParquetColumn> described() throws SQLException {
        var described = new ArrayList<ParquetColumn>();
        var problems = new ArrayList<Problem>();
        try (var describe = connection.prepareStatement("DESCRIBE SELECT * FROM " + FILE)) {
            describe.setString(1, pattern);
            try (ResultSet rows = describe.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString("column_name");
                    String type = rows.getString("column_type");
                    var column = ParquetColumn.of(name, type);
                    column.ifPresent(described::add);
                    if (column.isEmpty()) {
                        problems.add(new Problem(
                                "SOURCE-TYPE",
                                "column '%s' is %s, which is no number, truth value, time or text"
                                        .formatted(name, type),
                                source.name(),
                                "write the file without it, or with one plain column for each part of it"));
                    }
                }
            }
        }
        int count = described.size() + problems.size();
        if (count > MOST_COLUMNS) {
            throw SlipwayException.refused(
                    "SOURCE-WIDE",
                    "the file has %,d columns; at most %,d are read".formatted(count, MOST_COLUMNS),
                    source.name(),
                    "split the file, or leave columns out");
        }
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
        return List.copyOf(described);
    }

    private long declaredRows() throws SQLException {
        try (var count = connection.prepareStatement("SELECT sum(num_rows) FROM parquet_file_metadata(?)")) {
            count.setString(1, pattern);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public Optional<Batch> next() {
        var filling = columns.stream().map(column -> column.filling(batchRows)).toList();
        int rows = 0;
        try {
            while (rows + ParquetColumn.CHUNK <= batchRows && result.nextChunk()) {
                var chunk = result.chunk();
                int count = Math.toIntExact(chunk.rowCount());
                for (int column = 0; column < filling.size(); column++) {
                    filling.get(column).add(chunk.vector(column), count);
                }
                rows += count;
            }
        } catch (RuntimeException e) {
            throw damaged(source, e);
        }
        refuseEarlyEnd(rows);
        if (begun && rows == 0) {
            return Optional.empty();
        }
        begun = true;
        var filled = new ArrayList<Column>(filling.size());
        for (var column : filling) {
            filled.add(column.column());
        }
        var origins = Origins.from(source.name(), read + 1, rows);
        read += rows;
        return Optional.of(Batch.of(Table.of(filled, origins)));
    }

    /**
     * DuckDB ends a stream of chunks in the same way at the last row and at the first part it cannot read; asked once more
     * in the plain way, it says why.
     */
    private void refuseEarlyEnd(int rows) {
        if (rows > 0 || read == declared) {
            return;
        }
        try (var again = connection.prepareStatement("SELECT max(hash(" + selected + ")) FROM " + FILE)) {
            again.setString(1, pattern);
            again.executeQuery().close();
        } catch (SQLException reason) {
            throw damaged(source, reason);
        }
        throw SlipwayException.refused(
                "SOURCE-PARQUET",
                "only %,d of the %,d rows of the file can be read".formatted(read, declared),
                source.name(),
                "copy or write the file again; nothing of it was used");
    }

    private static SlipwayException damaged(ParquetSource source, Exception cause) {
        String said = String.valueOf(cause.getMessage());
        return new SlipwayException(
                SlipwayException.Kind.REFUSED,
                new Problem(
                        "SOURCE-PARQUET",
                        "the file cannot be read as Parquet: "
                                + said.lines().findFirst().orElse("no reason given"),
                        source.name(),
                        "copy or write the file again"),
                cause);
    }

    @Override
    public void close() {
        try (connection;
                statement;
                result) {
            read = 0;
        } catch (SQLException e) {
            throw damaged(source, e);
        }
    }
}
