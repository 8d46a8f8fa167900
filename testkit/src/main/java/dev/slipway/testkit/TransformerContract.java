package dev.slipway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Json;
import dev.slipway.engine.Mergeable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.Own;
import dev.slipway.transform.OwnSteps;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every step keeps, whatever it does: the order of the data cannot be seen, one row is answered like many, what was
 * written or has travelled is the same step, and data that teaches nothing is answered by a problem or by a step that works.
 *
 * @param <S> what the step remembers of some rows
 */
public abstract class TransformerContract<S extends Mergeable<S>> {
    private final Table training = Passengers.of(300, 1);

    /** A step over columns of {@link Passengers}; one that somebody else wrote stands in an {@link Own}. */
    protected abstract Transformer<S> step();

    private FittedTransformer fitted() {
        return step().fit(taught(training));
    }

    /** As a model folder reads it: a step that somebody else wrote gets its code from the steps that are there. */
    private FittedTransformer readBack(FittedTransformer written) {
        var own = step() instanceof Own there ? OwnSteps.of(List.of(there.step()), List.of()) : OwnSteps.NONE;
        return own.known(Json.read("step", Json.bytes(written), FittedTransformer.class));
    }

    /** The rows as the step is fitted on them: with answers, where it reads them. */
    private Table taught(Table rows) {
        return step().readsTarget() ? Passengers.withTarget(rows) : rows;
    }

    @Test
    void parts_in_any_order_teach_what_the_whole_teaches() {
        var whole = fitted();
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var state = step().empty();
            for (var part : parts(random)) {
                state = random.nextBoolean() ? state.merge(part) : part.merge(state);
            }

            assertThat(step().finish(state)).as("seed %d", seed).isEqualTo(whole);
            assertThat(Json.write(step().finish(state))).as("seed %d", seed).isEqualTo(Json.write(whole));
        }
    }

    private List<S> parts(Random random) {
        var parts = new ArrayList<S>();
        for (int from = 0; from < training.rows(); ) {
            int to = Math.min(training.rows(), from + random.nextInt(90));
            parts.add(step().of(Batch.of(taught(training).slice(from, to))));
            from = to;
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    @Test
    void it_does_not_matter_which_parts_are_merged_first() {
        var first = step().of(Batch.of(taught(training).slice(0, 100)));
        var second = step().of(Batch.of(taught(training).slice(100, 130)));
        var third = step().of(Batch.of(taught(training).slice(130, 300)));

        var leftFirst = first.merge(second).merge(third);
        var rightFirst = first.merge(second.merge(third));

        assertThat(leftFirst).isEqualTo(rightFirst);
        assertThat(step().empty().merge(leftFirst)).isEqualTo(leftFirst);
        assertThat(leftFirst.merge(step().empty())).isEqualTo(leftFirst);
    }

    @Test
    void one_row_gets_what_it_gets_among_many() {
        for (var rows : List.of(Passengers.of(100, 2), Passengers.unheardOf(), Passengers.missing())) {
            var many = fitted().apply(rows);
            for (int row = 0; row < rows.rows(); row++) {
                assertThat(fitted().apply(rows.slice(row, row + 1)))
                        .as("row %d", row)
                        .isEqualTo(many.slice(row, row + 1));
            }
        }
    }

    @Test
    void what_travels_between_machines_arrives_as_it_was() {
        var step = Travelled.copy(step());
        var state = Travelled.copy(step().of(Batch.of(taught(training))));
        var fitted = Travelled.copy(fitted());

        assertThat(step).isEqualTo(step());
        assertThat(state).isEqualTo(step().of(Batch.of(taught(training))));
        assertThat(fitted).isEqualTo(fitted());
        assertThat(step.finish(state).apply(training)).isEqualTo(fitted.apply(training));
    }

    @Test
    void fitting_and_applying_change_nothing_of_what_they_were_given() {
        var rows = Passengers.of(50, 9);

        var once = step().fit(taught(rows)).apply(rows);

        assertThat(rows).isEqualTo(Passengers.of(50, 9));
        assertThat(step().fit(taught(rows)).apply(rows)).isEqualTo(once);
    }

    /** Training that a step can only refuse or survive: what is not a clear problem must be a step that works. */
    private void refusedOrWorking(Table rows) {
        FittedTransformer fitted;
        try {
            fitted = step().fit(taught(rows));
        } catch (SlipwayException refused) {
            assertThat(refused.problems())
                    .allSatisfy(problem -> assertThat(problem.where()).contains("column '"));
            return;
        }
        var after = fitted.apply(rows);
        assertThat(after.rows()).isEqualTo(rows.rows());
        assertThat(readBack(fitted)).isEqualTo(fitted);
        assertThat(after.columns()).allSatisfy(TransformerContract::assertFinite);
    }

    private static void assertFinite(Column column) {
        for (int row = 0; column.type().numeric() && row < column.size(); row++) {
            assertThat(column.isMissing(row) || Double.isFinite(column.number(row)))
                    .as("row %d of %s is finite or missing", row, column)
                    .isTrue();
        }
    }

    @Test
    void no_rows_are_refused_by_name_or_teach_a_step_that_works() {
        refusedOrWorking(Passengers.of(0, 1));
    }

    @Test
    void columns_without_any_value_are_refused_by_name_or_teach_a_step_that_works() {
        refusedOrWorking(Passengers.missing());
    }

    @Test
    void columns_that_never_change_are_refused_by_name_or_teach_a_step_that_works() {
        refusedOrWorking(training.rows(new int[40]));
        refusedOrWorking(training.slice(0, 1));
    }

    @Test
    void columns_of_another_type_are_refused_by_name_or_teach_a_step_that_works() {
        for (var type : ColumnType.values()) {
            refusedOrWorking(Passengers.all(type, 20));
        }
    }

    @Test
    void no_part_at_all_is_a_problem_or_a_step_that_leaves_rows_as_many_as_they_were() {
        FittedTransformer fitted;
        try {
            fitted = step().finish(step().empty());
        } catch (SlipwayException refused) {
            return;
        }

        assertThat(fitted.apply(training).rows()).isEqualTo(training.rows());
    }

    @Test
    void what_is_written_reads_back_as_an_equal_step() {
        var again = readBack(fitted());

        assertThat(again).isEqualTo(fitted());
        assertThat(again.hashCode()).isEqualTo(fitted().hashCode());
        assertThat(again.apply(training)).isEqualTo(fitted().apply(training));
    }

    @Test
    void rows_are_never_added_or_dropped_and_keep_their_origins() {
        var rows = training.rows(7, 3, 3, 250);

        var after = fitted().apply(rows);

        assertThat(after.rows()).isEqualTo(4);
        assertThat(after.origins().record(2)).isEqualTo(4);
    }

    @Test
    void the_columns_behind_the_step_do_not_depend_on_the_rows() {
        var names = fitted().apply(training).names();

        assertThat(fitted().apply(training.slice(0, 0)).names()).isEqualTo(names);
        assertThat(fitted().apply(training.slice(5, 6)).names()).isEqualTo(names);
        assertThat(fitted().apply(Passengers.unheardOf()).names()).isEqualTo(names);
        assertThat(fitted().apply(Passengers.missing()).names()).isEqualTo(names);
    }

    @Test
    void the_inputs_of_a_column_are_what_it_takes_to_make_it_and_no_more() {
        var fitted = fitted();
        var after = fitted.apply(training);
        for (var column : after.columns()) {
            var needed = fitted.inputs(Set.of(column.name()));

            assertThat(fitted.apply(training.select(List.copyOf(needed))).find(column.name()))
                    .as("%s from %s", column, needed)
                    .contains(column);
            for (var name : needed) {
                assertThat(fitted.apply(training.without(List.of(name))).find(column.name()))
                        .as("%s without %s", column, name)
                        .isEmpty();
            }
        }
    }

    @Test
    void a_column_that_a_request_does_not_carry_is_passed_over() {
        var whole = fitted().apply(training);
        for (var absent : training.names()) {
            var after = fitted().apply(training.without(List.of(absent)));

            assertThat(whole.columns()).as("without " + absent).containsAll(after.columns());
        }
    }

    /** A step that is there to leave columns out says so by another test of this name. */
    @Test
    protected void a_column_the_step_has_never_heard_of_is_left_alone() {
        Column stranger = NumberColumn.of("stranger", new double[training.rows()]);

        assertThat(fitted().apply(training.with(stranger)).find("stranger")).contains(stranger);
    }
}
