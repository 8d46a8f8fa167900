package dev.slipway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ConstantModel;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import dev.slipway.transform.Impute;
import dev.slipway.transform.OneHot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final int ROWS = 100;
    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;

    /** One row a day. */
    private static final Table TABLE = Table.of(
            TimestampColumn.of(
                    "day", IntStream.range(0, ROWS).mapToLong(row -> row * DAY).toArray()),
            NumberColumn.of("age", IntStream.range(0, ROWS).asDoubleStream().toArray()),
            NumberColumn.of(
                    "fare", IntStream.range(0, ROWS).mapToDouble(row -> -row).toArray()),
            CategoryColumn.of(
                    "cabin",
                    List.of("a", "b"),
                    IntStream.range(0, ROWS).map(row -> row % 2).toArray()));

    private static final int[] ALL = IntStream.range(0, ROWS).toArray();

    private static Cut rows(int most) {
        return Cut.NONE.atMost(most);
    }

    private static Cut days(int length) {
        return new Cut(Optional.empty(), Optional.of(new Window("day", Duration.ofDays(length))), List.of());
    }

    private static Cut features(String... names) {
        return new Cut(Optional.empty(), Optional.empty(), List.of(names));
    }

    @Test
    void fewer_rows_are_among_the_more_and_stay_in_order() {
        int[] few = rows(10).teaching(TABLE, ALL);
        int[] more = rows(40).teaching(TABLE, ALL);

        assertThat(few).hasSize(10).isSorted();
        assertThat(more).hasSize(40).isSorted().contains(few);
        assertThat(rows(ROWS).teaching(TABLE, ALL)).isEqualTo(ALL);
        assertThat(IntStream.of(few).boxed()).anyMatch(row -> row > 50);
    }

    @Test
    void a_window_holds_the_days_before_the_latest_row_that_teaches() {
        assertThat(days(10).teaching(TABLE, ALL))
                .containsExactly(IntStream.range(89, ROWS).toArray());
        assertThat(days(10).teaching(TABLE, IntStream.range(0, 50).toArray()))
                .containsExactly(IntStream.range(39, 50).toArray());
        assertThat(IntStream.of(days(10).atMost(3).teaching(TABLE, ALL)).boxed())
                .hasSize(3)
                .allMatch(row -> row >= 89);
    }

    @Test
    void a_window_over_a_column_that_is_no_time_is_refused_by_name() {
        var cut = new Cut(Optional.empty(), Optional.of(new Window("age", Duration.ofDays(1))), List.of());

        assertThatThrownBy(() -> cut.teaching(TABLE, ALL))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("CUT-NOT-A-TIME")
                .hasMessageContaining("column 'age'");
    }

    @Test
    void a_cut_of_columns_leaves_what_the_steps_made_of_others_out() {
        var seen = new ArrayList<List<String>>();
        var pipeline = new Pipeline(
                List.of(
                        new Impute(List.of("age", "fare"), new Impute.Fill.Median(), true),
                        new OneHot(List.of("cabin"))),
                training -> {
                    seen.add(training.table().names());
                    return new ConstantModel(List.of(0.5, 0.5));
                });
        int[] labels = IntStream.range(0, ROWS).map(row -> row % 2).toArray();
        var training = Training.of(TABLE.without(List.of("day")), new Target.Classes("y", List.of("0", "1")), labels);
        var validation = new CrossValidation(training, TABLE, Folds.plain(ROWS, 2, 1), Optional.empty());

        validation.judge(pipeline, features("age"), 0);
        validation.judge(pipeline, features("cabin").atMost(20), 1);
        var fitted = validation.fit(pipeline, features("fare"));

        assertThat(seen.get(0)).allMatch(name -> name.startsWith("age")).contains("age");
        assertThat(seen.get(1)).isNotEmpty().allMatch(name -> name.startsWith("cabin"));
        assertThat(seen.get(2)).allMatch(name -> name.startsWith("fare")).contains("fare");
        assertThat(fitted.prepared(TABLE).names()).doesNotContain("age", "cabin");
        assertThatThrownBy(() -> validation.fit(pipeline, features("agee")))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("'age'");
    }

    @Test
    void a_cut_says_what_it_leaves() {
        assertThat(Cut.NONE.shown()).isEmpty();
        assertThat(days(90).atMost(1000).shown()).isEqualTo("1000 rows, the last 90 days");
        assertThat(features("age", "fare").shown()).isEqualTo("age + fare");
        assertThat(rows(3)).isEqualTo(rows(3));
    }
}
