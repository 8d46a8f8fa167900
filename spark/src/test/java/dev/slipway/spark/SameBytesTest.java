package dev.slipway.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.algorithm.Deadline;
import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Extra;
import dev.slipway.contract.Report;
import dev.slipway.contract.Role;
import dev.slipway.document.Json;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.linear.Logistic;
import dev.slipway.linear.LogisticRegression;
import dev.slipway.local.LocalEngine;
import dev.slipway.local.Readers;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.Fitting;
import dev.slipway.model.LinearModel;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.CsvSource;
import dev.slipway.source.Gathering;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.Source;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.Adult;
import dev.slipway.testkit.Chunks;
import dev.slipway.transform.Derive;
import dev.slipway.transform.Drop;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The proof of the two verbs: Adult on one machine and on Spark, cut in any way, gives the same bytes. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesTest {
    private static final int[] PARTITIONS = {1, 2, 3, 7, 40};
    private static final int[] THREADS = {1, 2, 7};

    private Path folder = Path.of("");
    private final LocalEngine local = new LocalEngine(2);
    private Source clean = new CsvSource(Path.of("adult.csv"));
    private Source broken = clean;
    private Source parquet = clean;
    private Source brokenParquet = clean;
    private Contract contract = new Contract("adult", Extra.REFUSE, List.of());

    @BeforeAll
    void write(@TempDir Path temporary) throws IOException, SQLException {
        folder = temporary;
        var csv = Adult.clean(folder);
        clean = new CsvSource(csv);
        broken = new CsvSource(Adult.broken(folder, 7));
        String rows = "SELECT * FROM read_csv('%s', header = true)".formatted(csv);
        parquet = new ParquetSource(DuckDb.parquet(folder.resolve("adult.parquet"), rows));
        brokenParquet = new ParquetSource(DuckDb.parquet(folder.resolve("broken.parquet"), """
                SELECT * REPLACE (CASE WHEN id %% 301 = 0 THEN 212 WHEN id %% 401 = 0 THEN NULL ELSE age END AS age,
                                  CASE WHEN id %% 199 = 0 THEN 'Privat' ELSE workclass END AS workclass,
                                  CASE WHEN id %% 997 = 0 THEN 17 ELSE id END AS id) FROM (%s)
                """.formatted(rows)));
        var inferred =
                Contract.infer("adult", local.fold(clean, new Profiling())).contract();
        contract =
                inferred.with(inferred.find("id").orElseThrow().withUnique(true).withRole(Role.KEY));
    }

    @AfterAll
    void end() {
        local.close();
    }

    @Test
    void the_profile_is_the_same_however_the_rows_are_cut_and_merged() {
        everywhere(clean, new Profiling(), SameBytesTest::written, PARTITIONS);
        everywhere(broken, new Profiling(), SameBytesTest::written, 3, 40);
        everywhere(parquet, new Profiling(), SameBytesTest::written, 3, 40);
    }

    /** Everything a profile says, as text; doubles as text that reads back as the same bits. */
    private static String written(Profile profile) {
        var said = new StringBuilder()
                .append(profile)
                .append(Contract.infer("adult", profile).yaml());
        for (var column : profile.columns()) {
            said.append("%n%s: %s, %s, %s, %s, %s"
                    .formatted(
                            column.name(),
                            column.kind(),
                            column.distinct(),
                            column.histogram(30),
                            column.top(50),
                            column.keys().repeats()));
            for (int percent = 0; percent <= 100; percent++) {
                said.append(' ').append(column.quantile(percent / 100.0));
            }
        }
        return said.toString();
    }

    @Test
    void the_report_of_a_check_is_the_same_with_every_finding_and_unreadable_record() {
        var check = new ContractCheck(contract);

        var report = local.fold(broken, check);
        assertThat(report.failures()).isGreaterThan(500);
        assertThat(report.unreadable()).isGreaterThan(100);
        assertThat(local.fold(brokenParquet, check).failures()).isGreaterThan(250);

        for (var source : List.of(clean, broken, parquet, brokenParquet)) {
            everywhere(source, check, Report::json, PARTITIONS);
        }
    }

    /** The same answer from every engine: one machine with any threads, Spark with any partitions, chunks of any length. */
    private <S extends Mergeable<S>, R> void everywhere(
            Source source, Aggregation<S, R> aggregation, Function<R, String> written, int... partitionings) {
        String expected = written.apply(local.fold(source, aggregation));
        for (int threads : THREADS) {
            try (var engine = new LocalEngine(threads)) {
                assertThat(written.apply(engine.fold(source, aggregation)))
                        .as("%s, %d threads", source.name(), threads)
                        .isEqualTo(expected);
            }
        }
        for (int seed = 0; seed < 2; seed++) {
            assertThat(written.apply(Chunks.fold(Readers.open(source), aggregation, new Random(seed))))
                    .as("%s, chunks of seed %d", source.name(), seed)
                    .isEqualTo(expected);
        }
        for (int partitions : partitionings) {
            var spark = new SparkEngine(LocalSpark.SESSION, partitions);
            assertThat(written.apply(spark.fold(source, aggregation)))
                    .as("%s, %d partitions", source.name(), partitions)
                    .isEqualTo(expected);
            // Every batch goes to a partition of Spark's choice, and the partitions are merged in that order.
            var shuffled = spark.rows().of(source).repartition(partitions + 2);
            assertThat(written.apply(spark.fold(shuffled, aggregation)))
                    .as("%s, %d partitions, shuffled", source.name(), partitions)
                    .isEqualTo(expected);
        }
    }

    private static final List<Transformer<?>> STEPS = List.of(
            new Impute(List.of("age", "hours_per_week"), new Impute.Fill.Median(), true),
            new Impute(List.of("workclass", "occupation"), new Impute.Fill.MostFrequent(), false),
            new Derive(List.of(new Derive.Derivation("gain", "ln(1 + capital_gain) - ln(1 + capital_loss)"))),
            new OneHot(List.of()));

    private static final Target.Classes TARGET = new Target.Classes("income", List.of("<=50K", ">50K"));

    @Test
    void a_fitted_pipeline_and_its_predictions_are_the_same_bits() throws IOException {
        fittedAndScored(clean, 1, 3, 40);
        fittedAndScored(broken, 7);
        fittedAndScored(parquet, 7);
    }

    private void fittedAndScored(Source source, int... partitionings) throws IOException {
        String here = fittedAndScored(local, source, "local.csv");
        for (int partitions : partitionings) {
            var spark = new SparkEngine(LocalSpark.SESSION, partitions);
            assertThat(fittedAndScored(spark, source, "spark.csv"))
                    .as("%s, %d partitions", source.name(), partitions)
                    .isEqualTo(here);
        }
    }

    @Test
    void steps_fitted_by_folds_are_the_steps_fitted_in_memory() {
        var typed = typed();
        var table = gathered(local, clean, typed).without(List.of("income", "id"));
        var inMemory = new Pipeline(STEPS, logistic()).prepare(Training.unlabelled(table));

        var fitted = new Fitting(local, clean, typed).fit(all());

        assertThat(fitted.subList(1, fitted.size())).isEqualTo(inMemory.steps());
    }

    @Test
    void the_page_about_spark_is_right() {
        var spark = LocalSpark.SESSION;
        var source = clean;
        var contract = this.contract;
        var pipeline = new Pipeline(STEPS, logistic());
        try (var sink = new Gathering()) {
            var engine = new SparkEngine(spark);
            var profile = engine.fold(source, new Profiling());
            var report = engine.fold(source, new ContractCheck(contract));
            RowFunction typed = batch -> contract.examine(batch.table()).table();
            var steps = new Fitting(engine, source, typed).fit(pipeline.preparation());
            long written = engine.map(source, typed, sink);

            assertThat(profile.rows()).isEqualTo(written).isEqualTo(32_561);
            assertThat(report.passed()).isTrue();
            assertThat(steps).hasSize(6);
        }
    }

    private RowFunction typed() {
        var keeps = contract;
        return batch -> {
            var examined = keeps.examine(batch.table());
            return examined.table().rows(examined.goodRows());
        };
    }

    private static Logistic logistic() {
        return new Logistic(
                new LogisticRegression(1, 0), new Deadline(InstantSource.fixed(Instant.EPOCH), Instant.MAX));
    }

    /** What no model may read is dropped first; then the steps, then what the estimator asks for. */
    private static List<Transformer<?>> all() {
        var all = new ArrayList<Transformer<?>>();
        all.add(new Drop(List.of("id", "income")));
        all.addAll(new Pipeline(STEPS, logistic()).preparation());
        return all;
    }

    private String fittedAndScored(Engine engine, Source source, String name) throws IOException {
        var typed = typed();
        var fitting = new Fitting(engine, source, typed);
        var steps = fitting.fit(all());
        var prepared = gathered(engine, source, fitting.prepared(steps));
        var answers = gathered(engine, source, typed).column("income");
        int[] labels = IntStream.range(0, answers.size())
                .map(row -> TARGET.labels().indexOf(answers.text(row)))
                .toArray();
        var model = logistic().fit(Training.of(prepared, TARGET, labels));
        var pipeline = new FittedPipeline(steps, model, TARGET);
        var file = folder.resolve(name);
        try (var sink = new CsvSink(file, CsvFormat.COMMA)) {
            engine.map(source, batch -> scored(pipeline, typed.apply(batch)), sink);
        }
        return written(steps, model) + Files.readString(file);
    }

    private static Table scored(FittedPipeline pipeline, Table rows) {
        var predictions = pipeline.predict(rows);
        var probabilities = IntStream.range(0, rows.rows())
                .mapToObj(row -> Json.number(predictions.probability(row, 1)))
                .toArray(String[]::new);
        Column id = rows.column("id");
        return Table.of(List.of(id, TextColumn.of("probability", probabilities)), rows.origins());
    }

    private static Table gathered(Engine engine, Source source, RowFunction function) {
        try (var gathering = new Gathering()) {
            engine.map(source, function, gathering);
            return gathering.table();
        }
    }

    /** Doubles as text that reads back as the same bits. */
    private static String written(List<FittedTransformer> steps, LinearModel model) {
        return "%s%n%s%n%s%n"
                .formatted(steps, model.columns(), model.functions().get(0).json());
    }
}
