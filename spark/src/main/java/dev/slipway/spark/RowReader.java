package dev.slipway.spark;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.TableReader;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.TaskKilledException;
import org.apache.spark.sql.Row;

/** Spark's rows of a Parquet file, each with its place in the file behind its values, as batches. For one thread. */
final class RowReader implements TableReader {
    // Wide tables come in smaller batches, so that a batch stays within some tens of megabytes.
    private static final int CELLS = 1 << 22;

    private final String source;
    private final List<SparkColumn> columns;
    private final Iterator<Row> rows;
    private final int batchRows;
    private boolean begun;

    RowReader(String source, List<SparkColumn> columns, Iterator<Row> rows) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        batchRows = Math.max(1, Math.min(ROWS, CELLS / Math.max(1, columns.size())));
    }

    /** No row of these columns. */
    static Table none(String source, List<SparkColumn> columns) {
        return table(source, columns, List.of());
    }

    @Override
    public Optional<Batch> next() {
        try {
            var some = new ArrayList<Row>(batchRows);
            while (some.size() < batchRows && rows.hasNext()) {
                some.add(rows.next());
            }
            if (begun && some.isEmpty()) {
                return Optional.empty();
            }
            begun = true;
            return Optional.of(Batch.of(table(source, columns, some)));
        } catch (TaskKilledException killed) {
            throw killed;
        } catch (Exception e) {
            // Spark throws checked exceptions without declaring them.
            throw e instanceof SlipwayException known ? known : ParquetRows.damaged(source, e);
        }
    }

    private static Table table(String source, List<SparkColumn> columns, List<Row> rows) {
        var filled = new ArrayList<dev.slipway.table.Column>(columns.size());
        for (int at = 0; at < columns.size(); at++) {
            filled.add(columns.get(at).column(rows, at));
        }
        long[] records = new long[rows.size()];
        for (int row = 0; row < records.length; row++) {
            records[row] = rows.get(row).getLong(columns.size()) + 1;
        }
        return Table.of(filled, Origins.of(source, records));
    }

    /** The rows are Spark's, which ends them with the task. */
    @Override
    public void close() {
        begun = true;
    }
}
