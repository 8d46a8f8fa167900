package dev.slipway.local;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.QuerySource;
import dev.slipway.source.TableReader;
import dev.slipway.table.Column;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The rows of a query, a few thousand in memory at a time, over a connection that can only read. */
public final class QueryReader implements TableReader {
    private static final int CONNECT_SECONDS = 10;
    private static final int CELLS = 1 << 20;

    private final QuerySource source;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final List<QueryColumn> columns;
    private final int batchRows;
    private long read;
    private boolean begun;

    private QueryReader(QuerySource source, Connection connection) throws SQLException {
        this.source = source;
        this.connection = connection;
        var prepared = connection.prepareStatement(source.query());
        statement = prepared;
        prepared.setFetchSize(ROWS);
        result = prepared.executeQuery();
        columns = described();
        batchRows = Math.max(1, Math.min(ROWS, CELLS / columns.size()));
    }

    /** @throws SlipwayException where the database does not answer, does not let us in, or does not understand the query */
    public static QueryReader open(QuerySource source) {
        if (!source.known()) {
            throw SlipwayException.usage(
                    "SOURCE-DATABASE",
                    "this is no database that is read here",
                    source.name(),
                    "use jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
        }
        if (source.query().isBlank()) {
            throw SlipwayException.usage(
                    "SOURCE-QUERY", "which rows of the database?", source.name(), "add --query \"SELECT …\"");
        }
        Connection connection;
        try {
            connection = connect(source);
        } catch (SQLException e) {
            throw refused(
                    source,
                    SlipwayException.Kind.FAILED,
                    "SOURCE-DATABASE",
                    "the database does not let us in: ",
                    "check the address, that it runs, the user and the password (--password-env NAME, PGPASSWORD or ~/.pgpass)",
                    e);
        }
        try {
            return new QueryReader(source, connection);
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e instanceof SQLException failure ? wrongQuery(source, failure) : (RuntimeException) e;
            } catch (SQLException closing) {
                throw wrongQuery(source, closing);
            }
        }
    }

    private static Connection connect(QuerySource source) throws SQLException {
        var settings = new Properties();
        var seconds = Integer.toString(CONNECT_SECONDS);
        var password = source.password().reveal();
        if (source.url().startsWith("jdbc:sqlite:")) {
            settings.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY: a file that is not there is not made
        } else {
            settings.setProperty("loginTimeout", seconds);
            settings.setProperty("connectTimeout", seconds);
            settings.setProperty("readOnly", "true");
            settings.setProperty("ApplicationName", "slipway");
            if (!password.isEmpty()) {
                settings.setProperty("password", password);
            }
        }
        var connection = DriverManager.getConnection(source.url(), settings);
        if (!source.url().startsWith("jdbc:sqlite:")) {
            // PostgreSQL gives a result in pieces only inside a transaction.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
        }
        return connection;
    }

    private List<QueryColumn> described() throws SQLException {
        var meta = result.getMetaData();
        var found = new ArrayList<QueryColumn>();
        var names = new HashSet<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            var name = meta.getColumnLabel(i);
            if (!names.add(name) || name.isBlank()) {
                throw SlipwayException.refused(
                        "SOURCE-HEADER",
                        "column %d of the result is called '%s', as another one is".formatted(i, name),
                        source.name(),
                        "give it a name of its own in the query: AS name");
            }
            found.add(new QueryColumn(
                    name, i, QueryColumn.kind(meta.getColumnType(i), meta.getColumnTypeName(i), source.url())));
        }
        if (found.isEmpty() || found.size() > MOST_COLUMNS) {
            throw SlipwayException.refused(
                    "SOURCE-WIDE",
                    "the result has %,d columns; at least 1 and at most %,d are read"
                            .formatted(found.size(), MOST_COLUMNS),
                    source.name(),
                    "name the columns that are needed");
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<Batch> next() {
        var filling = columns.stream().map(column -> column.filling(batchRows)).toList();
        int rows = 0;
        try {
            while (rows < batchRows && result.next()) {
                for (var column : filling) {
                    column.add(result);
                }
                rows++;
            }
        } catch (SQLException e) {
            throw wrongQuery(source, e);
        } catch (QueryColumn.Unfit e) {
            throw SlipwayException.refused(
                    "SOURCE-TYPE",
                    String.valueOf(e.getMessage()),
                    "%s, row %d".formatted(source.name(), read + rows + 1),
                    "CAST it to one type in the query");
        }
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

    private static SlipwayException wrongQuery(QuerySource source, SQLException cause) {
        return refused(
                source,
                SlipwayException.Kind.USAGE,
                "SOURCE-QUERY",
                "the database refuses the query: ",
                "correct it: " + source.query(),
                cause);
    }

    private static SlipwayException refused(
            QuerySource source, SlipwayException.Kind kind, String code, String what, String fix, SQLException cause) {
        var said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        var password = source.password().reveal();
        return new SlipwayException(
                kind,
                new Problem(
                        code, what + (password.isEmpty() ? said : said.replace(password, "***")), source.name(), fix),
                cause);
    }

    @Override
    public void close() {
        try (connection;
                statement;
                result) {
            read = 0;
        } catch (SQLException e) {
            throw wrongQuery(source, e);
        }
    }
}
