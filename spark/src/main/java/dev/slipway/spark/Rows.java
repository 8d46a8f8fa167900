package dev.slipway.spark;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.CsvCuts;
import dev.slipway.source.CsvSource;
import dev.slipway.source.ManySources;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.SameColumns;
import dev.slipway.source.Source;
import dev.slipway.source.SourceFile;
import dev.slipway.source.TableSource;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Sources as Spark reads them: at least one partition, in source order, each row named as the local engine names it. */
final class Rows {
    /** A part of a file below this is not worth a task of its own, unless somebody asks for it. */
    private static final long SMALL = 8L << 20;

    /** Of a file, for one task; Spark's own size of a partition. */
    private static final long LARGE = 128L << 20;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final int asked;

    /** @param asked how many partitions a source is cut into where it can be; 0 where its size decides */
    Rows(SparkSession session, int asked) {
        this.session = session;
        spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.asked = asked;
    }

    JavaRDD<Batch> of(Source source) {
        if (source instanceof ParquetSource parquet) {
            return new ParquetRows(session, parquet, asked).batches(this);
        }
        if (source instanceof ParsedSource parsed) {
            var parser = parsed.parser();
            return of(parsed.raw()).map(batch -> new ParsedSource(new TableSource(batch.table()), parser).parse(batch));
        }
        if (source instanceof ManySources many) {
            return of(many);
        }
        return of(splits(source));
    }

    /** The columns of the first part are known from its first batch, which is read for that alone. */
    private JavaRDD<Batch> of(ManySources many) {
        var parts = new ArrayList<JavaRDD<Batch>>();
        many.parts().forEach(part -> parts.add(of(part)));
        var columns = parts.get(0).map(SameColumns::of).first();
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no arrays of generic types
        JavaRDD<Batch>[] all = parts.toArray(new JavaRDD[0]);
        return spark.union(all).map(columns::alike);
    }

    JavaRDD<Batch> of(List<? extends Split> splits) {
        return spark.<Split>parallelize(List.copyOf(splits), splits.size()).mapPartitions(some -> {
            var split = some.next();
            return new Batches(split::open);
        });
    }

    List<Split> splits(Source source) {
        if (source instanceof CsvSource csv) {
            return records(csv);
        }
        if (source instanceof TableSource memory) {
            return slices(memory.table());
        }
        throw SlipwayException.usage(
                "SPARK-SOURCE",
                "this kind of source is not read on Spark",
                source.name(),
                "read it on one machine, or convert it to CSV or Parquet");
    }

    private List<Split> records(CsvSource csv) {
        long size = SourceFile.size(csv.file());
        int wanted = asked > 0 ? asked : Math.max(spark.defaultParallelism(), Math.toIntExact(size / LARGE + 1));
        String file = csv.file().toString();
        var parts = CsvCuts.of(csv, wanted, asked > 0 ? 1 : SMALL);
        return parts.isEmpty()
                ? List.of(new Split.WholeFile(file, csv.dialect()))
                : parts.stream()
                        .<Split>map(part -> new Split.Records(file, part))
                        .toList();
    }

    private List<Split> slices(Table table) {
        int parts = Math.max(1, Math.min(table.rows(), asked > 0 ? asked : spark.defaultParallelism()));
        return IntStream.range(0, parts)
                .<Split>mapToObj(
                        part -> new Split.Slice(table.slice(at(table, part, parts), at(table, part + 1, parts))))
                .toList();
    }

    private static int at(Table table, int part, int parts) {
        return Math.toIntExact((long) table.rows() * part / parts);
    }
}
