package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.engine.RowFunction;
import dev.slipway.expression.Expression;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Batch;
import dev.slipway.source.Dialect;
import dev.slipway.source.Unreadable;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import dev.slipway.testkit.Travelled;
import dev.slipway.transform.Derive;
import dev.slipway.transform.Drop;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Transformer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Descriptions, states and results arrive on another machine as they left, and work on there to the same bits. */
class TravelledTest {
    private static final int ROWS = 60;

    private static Table typed() {
        int[] rows = IntStream.range(0, ROWS).toArray();
        var missing = Missing.where(ROWS, row -> row % 7 == 3);
        return Table.of(
                List.of(
                        NumberColumn.of(
                                "fare",
                                missing,
                                IntStream.of(rows).mapToDouble(row -> row / 7.0).toArray()),
                        IntegerColumn.of(
                                "age",
                                IntStream.of(rows).mapToLong(row -> row % 11).toArray()),
                        BooleanColumn.of("adult", new boolean[ROWS]),
                        TimestampColumn.of(
                                "boarded",
                                IntStream.of(rows)
                                        .mapToLong(row -> row * 1_000_003L)
                                        .toArray()),
                        CategoryColumn.from(TextColumn.of(
                                "port",
                                IntStream.of(rows)
                                        .mapToObj(row -> "SCQ".substring(row % 3, row % 3 + 1))
                                        .toArray(String[]::new))),
                        TextColumn.of(
                                "name",
                                missing,
                                IntStream.of(rows).mapToObj(row -> "n" + row).toArray(String[]::new))),
                Origins.from("people.csv", 1, ROWS));
    }

    private static Batch raw() {
        var columns = typed().columns().stream()
                .map(column -> TextColumn.of(
                        column.name(),
                        IntStream.range(0, ROWS).mapToObj(column::text).toArray(String[]::new)))
                .toList();
        return new Batch(
                Table.of(columns, Origins.from("people.csv", 1, ROWS)),
                List.of(new Unreadable("people.csv", 61, 62, "has 1 field")));
    }

    @Test
    void a_batch_with_columns_of_every_type() {
        var batch = new Batch(typed(), raw().unreadable());

        assertThat(Travelled.copy(batch)).isEqualTo(batch);
        assertThat(Travelled.copy(batch).table().origins().where(9)).isEqualTo("people.csv, row 10");
    }

    @Test
    void how_a_text_file_is_written() {
        var dialect = new Dialect(
                Optional.of(';'),
                Optional.empty(),
                Optional.of(StandardCharsets.UTF_16LE),
                Optional.of(false),
                List.of("a", "b"));

        assertThat(Travelled.copy(dialect)).isEqualTo(dialect);
        assertThat(Travelled.copy(Dialect.DETECTED)).isEqualTo(Dialect.DETECTED);
    }

    @Test
    void a_profile_and_a_check_and_the_states_of_both() {
        var contract = Contract.infer("people", Profile.of(raw().table())).contract();
        var check = new ContractCheck(
                contract.with(contract.find("age").orElseThrow().withRange(0, 8).withUnique(true)));

        assertThat(there(new Profiling())).isEqualTo(here(new Profiling()));
        assertThat(there(check).json()).isEqualTo(here(check).json()).contains("CONTRACT-RANGE");
        assertThat(Travelled.copy(check).contract()).isEqualTo(check.contract());
    }

    private static <S extends Mergeable<S>, R> R here(Aggregation<S, R> aggregation) {
        return aggregation.finish(aggregation.of(raw()));
    }

    /** The two halves are seen on two machines and put together on a third. */
    private static <S extends Mergeable<S>, R> R there(Aggregation<S, R> aggregation) {
        var far = Travelled.copy(aggregation);
        var table = Travelled.copy(raw()).table();
        var first = far.of(Batch.of(table.slice(0, 31)));
        var second = far.of(new Batch(table.slice(31, ROWS), raw().unreadable()));
        var empty = Travelled.copy(far.empty());
        return aggregation.finish(empty.merge(Travelled.copy(second)).merge(Travelled.copy(first)));
    }

    @Test
    void transformers_and_what_they_become() {
        List<Transformer<?>> steps = List.of(
                new Impute(List.of("fare"), new Impute.Fill.Mean(), true),
                new Impute(List.of("name"), new Impute.Fill.Constant("?"), false),
                new Derive(List.of(
                        new Derive.Derivation("ratio", "CASE WHEN age > 3 THEN fare / age ELSE ln(2 + fare) END"))),
                new Scale(List.of("age", "ratio")),
                new OneHot(List.of("port", "name")),
                new Drop(List.of("boarded")));
        var fitted = new ArrayList<FittedTransformer>();
        var table = typed();
        for (var step : steps) {
            var learned = Travelled.copy(step).fit(table);
            assertThat(learned).isEqualTo(step.fit(table));
            assertThat(Travelled.copy(learned)).isEqualTo(learned);
            assertThat(Travelled.copy(learned).apply(table)).isEqualTo(learned.apply(table));
            assertThat(Travelled.copy(learned).apply(table.slice(4, 5))).isEqualTo(learned.apply(table.slice(4, 5)));
            fitted.add(learned);
            table = learned.apply(table);
        }
        assertThat(fitted).hasSize(steps.size());
    }

    @Test
    void models_and_the_function_that_scores_with_them() {
        var target = new Target.Classes("adult", List.of("false", "true"));
        List<Model> models = List.of(
                new ConstantModel(List.of(0.25, 0.75)),
                new RuleModel(Expression.parse("CASE WHEN port = 'S' THEN 0.9 ELSE fare / 10 END"), target),
                new LinearModel(
                        List.of("fare", "age"), List.of(0.5, 3.0), new LinearFunction(0.1, new double[] {1 / 3.0, -0.7
                        })));
        for (var model : models) {
            var pipeline = new FittedPipeline(List.of(), model, target);
            RowFunction scores = batch -> Table.of(
                    NumberColumn.of("p", pipeline.predict(batch.table()).positive()));

            assertThat(Travelled.copy(pipeline).predict(typed())).isEqualTo(pipeline.predict(typed()));
            assertThat(Travelled.copy(scores).apply(Batch.of(typed()))).isEqualTo(scores.apply(Batch.of(typed())));
        }
    }

    @Test
    void a_refusal_with_its_problems() {
        var refusal = SlipwayException.refused("DATA-ODD", "17 is odd", "row 3", "halve it");

        var arrived = Travelled.copy(refusal);

        assertThat(arrived.problems()).isEqualTo(refusal.problems());
        assertThat(arrived.kind()).isEqualTo(refusal.kind());
        assertThat(arrived).hasMessage(refusal.getMessage());
    }
}
