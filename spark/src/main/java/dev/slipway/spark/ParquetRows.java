package dev.slipway.spark;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.SourceFile;
import dev.slipway.source.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A Parquet file by Spark's own reader. Spark gives the parts of one file in the order of the file, and the place of every row
 * in it; the types become those that the local engine makes of them.
 */
final class ParquetRows {
    private final SparkSession session;
    private final ParquetSource source;

    /** @param asked about how many partitions; Spark cuts only between row groups, so some may stay empty */
    ParquetRows(SparkSession owners, ParquetSource source, int asked) {
        this.source = source;
        // Settings of our own, which nobody else sees.
        session = owners.newSession();
        var settings = session.conf();
        settings.set("spark.sql.caseSensitive", true);
        settings.set("spark.sql.session.timeZone", "UTC");
        settings.set("spark.sql.parquet.inferTimestampNTZ.enabled", true);
        settings.set("spark.sql.parquet.binaryAsString", false);
        settings.set("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED");
        settings.set("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED");
        settings.set("spark.sql.files.ignoreCorruptFiles", false);
        settings.set("spark.sql.files.ignoreMissingFiles", false);
        if (asked > 0) {
            long part = Math.max(1, SourceFile.size(source.file()) / asked);
            settings.set("spark.sql.files.maxPartitionBytes", part);
            settings.set("spark.sql.files.minPartitionNum", asked);
            settings.set("spark.sql.files.openCostInBytes", 0);
        }
    }

    JavaRDD<Batch> batches(Rows rows) {
        if (SourceFile.size(source.file()) == 0) {
            throw SlipwayException.refused(
                    "SOURCE-EMPTY", "the file is empty", source.name(), "write it again, or name another file");
        }
        var file = opened();
        var columns = columns(file);
        var name = source.name();
        var batches = file.select(selected(file, columns))
                .javaRDD()
                .mapPartitions(some -> new Batches(() -> new RowReader(name, columns, some)));
        return batches.getNumPartitions() > 0
                ? batches
                : rows.of(List.of(new Split.Slice(RowReader.none(name, columns))));
    }

    private Dataset<Row> opened() {
        try {
            return session.read().option("recursiveFileLookup", true).parquet(pattern(source.file()));
        } catch (Exception e) {
            // Spark throws checked exceptions without declaring them.
            throw damaged(source.name(), e);
        }
    }

    /** Spark takes a path for a pattern; behind a backslash its signs stand for themselves. */
    private static String pattern(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[\\\\\\[\\]{}*?,]", "\\\\$0");
    }

    private List<SparkColumn> columns(Dataset<Row> file) {
        var columns = new ArrayList<SparkColumn>();
        var problems = new ArrayList<Problem>();
        for (var field : file.schema().fields()) {
            var column = SparkColumn.of(field.name(), field.dataType());
            column.ifPresent(columns::add);
            if (column.isEmpty()) {
                problems.add(new Problem(
                        "SOURCE-TYPE",
                        "column '%s' is %s, which is read on Spark as no number, truth value, time or text"
                                .formatted(field.name(), field.dataType().sql()),
                        source.name(),
                        "write the file without it, or with a plainer type: BIGINT, DOUBLE, TIMESTAMP or text"));
            }
        }
        int count = columns.size() + problems.size();
        if (count > TableReader.MOST_COLUMNS) {
            throw SlipwayException.refused(
                    "SOURCE-WIDE",
                    "the file has %,d columns; at most %,d are read".formatted(count, TableReader.MOST_COLUMNS),
                    source.name(),
                    "split the file, or leave columns out");
        }
        if (!problems.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
        }
        return List.copyOf(columns);
    }

    /** The columns, and behind them the place of the row in the file, from 0. */
    private static Column[] selected(Dataset<Row> file, List<SparkColumn> columns) {
        var selected = new ArrayList<Column>();
        columns.forEach(column -> selected.add(column.select(file)));
        selected.add(file.metadataColumn("_metadata").getField("row_index"));
        return selected.toArray(new Column[0]);
    }

    static SlipwayException damaged(String name, Throwable cause) {
        var said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return new SlipwayException(
                SlipwayException.Kind.REFUSED,
                new Problem(
                        "SOURCE-PARQUET",
                        "the file cannot be read as Parquet: " + said,
                        name,
                        "copy or write the file again"),
                cause);
    }
}
