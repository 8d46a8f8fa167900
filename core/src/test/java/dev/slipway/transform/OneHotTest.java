package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneHotTest extends TransformerContract<ByColumn<Counts<String>>> {
    @Override
    protected Transformer<ByColumn<Counts<String>>> step() {
        return new OneHot(List.of("siblings", "port", "sex"));
    }

    @Test
    void each_value_of_training_has_a_column_in_order_and_missing_is_a_value() {
        var table = Table.of(
                TextColumn.of("sex", Missing.where(3, row -> row == 1), "male", "", "female"),
                IntegerColumn.of("n", 1, 2, 3));

        assertThat(new OneHot(List.of()).fit(table).apply(table))
                .isEqualTo(Table.of(
                        IntegerColumn.of("n", 1, 2, 3),
                        BooleanColumn.of("sex=<missing>", false, true, false),
                        BooleanColumn.of("sex=female", false, false, true),
                        BooleanColumn.of("sex=male", true, false, false)));
    }

    @Test
    void a_value_never_seen_is_all_zeros_and_so_is_a_missing_one_where_none_was_missing() {
        var fitted = new OneHot(List.of("sex")).fit(Table.of(TextColumn.of("sex", "male", "female")));
        var others = Table.of(TextColumn.of("sex", Missing.where(2, row -> row == 1), "other", ""));

        assertThat(fitted.apply(others))
                .isEqualTo(Table.of(
                        BooleanColumn.of("sex=female", false, false), BooleanColumn.of("sex=male", false, false)));
    }

    @Test
    void a_name_that_another_column_has_is_a_problem_wherever_it_comes_from() {
        var training = Table.of(TextColumn.of("sex", "male", "female"), TextColumn.of("port", "a", "b"));
        var fitted = new OneHot(List.of("sex")).fit(training);
        var taken = training.with(List.of(
                IntegerColumn.of("sex=male", 1, 0),
                IntegerColumn.of("sex=female", 0, 1),
                IntegerColumn.of("sex=other", 0, 0)));

        for (var rows : List.of(taken, taken.slice(0, 1))) {
            assertThatThrownBy(() -> fitted.apply(rows))
                    .isInstanceOf(SlipwayException.class)
                    .hasMessageContaining("TRANSFORM-NAME-TAKEN")
                    .hasMessageContaining("column 'sex=male'")
                    .hasMessageContaining("column 'sex=female'")
                    .hasMessageNotContaining("sex=other");
        }
        assertThat(fitted.apply(taken.without(List.of("sex"))).names())
                .containsExactly("port", "sex=male", "sex=female", "sex=other");
    }

    @Test
    void two_values_that_would_get_one_name_are_a_problem() {
        var table = Table.of(TextColumn.of("a", "b=c"), TextColumn.of("a=b", "c"));

        assertThatThrownBy(() -> new OneHot(List.of()).fit(table))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-NAME-TAKEN")
                .hasMessageContaining("column 'a=b=c'");
    }

    @Test
    void an_encoded_column_leaves_its_name_to_others() {
        var table = Table.of(TextColumn.of("a", "b"), TextColumn.of("a=b", "c"));

        assertThat(new OneHot(List.of()).fit(table).apply(table).names()).containsExactly("a=b", "a=b=c");
    }

    @Test
    void whole_numbers_named_are_encoded_by_their_text() {
        var table = Table.of(IntegerColumn.of("class", 3, 1));

        assertThat(new OneHot(List.of("class")).fit(table).apply(table).names()).containsExactly("class=1", "class=3");
    }

    @Test
    void a_column_named_twice_is_encoded_once() {
        var table = Table.of(TextColumn.of("sex", "male"));

        assertThat(new OneHot(List.of("sex", "sex")).fit(table).apply(table).names())
                .containsExactly("sex=male");
    }

    @Test
    void keys_and_free_text_are_refused_by_name() {
        var keys = TextColumn.of(
                "ticket",
                IntStream.rangeClosed(0, OneHot.MOST_VALUES)
                        .mapToObj(i -> "t" + i)
                        .toArray(String[]::new));

        assertThatThrownBy(() -> new OneHot(List.of()).fit(Table.of(keys)))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("1001 distinct values")
                .hasMessageContaining("column 'ticket'");

        var counts = new TreeMap<String, Long>();
        IntStream.rangeClosed(0, OneHot.MOST_RARE).forEach(i -> counts.put("t" + i, 1L));
        var rare = new OneHot(List.of("ticket"), OneHot.Omit.NONE, new OneHot.Rare(2, 0), OneHot.Unseen.RARE);
        assertThatThrownBy(() -> rare.finish(new ByColumn<>(new TreeMap<>(Map.of("ticket", new Counts<>(counts))))))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("100001 rare values")
                .hasMessageContaining("column 'ticket'");
    }

    @Test
    void rare_values_share_the_last_column_and_a_value_never_seen_can_join_them() {
        var ports = Table.of(TextColumn.of("port", "S", "S", "S", "Q", "C", "C"));
        var step = new OneHot(List.of(), OneHot.Omit.NONE, new OneHot.Rare(2, 0), OneHot.Unseen.RARE);

        var encoded = step.fit(ports).apply(Table.of(TextColumn.of("port", "C", "Q", "X")));

        assertThat(encoded)
                .isEqualTo(Table.of(
                        BooleanColumn.of("port=C", true, false, false),
                        BooleanColumn.of("port=S", false, false, false),
                        BooleanColumn.of("port=<rare>", false, true, true)));
    }

    @Test
    void more_values_than_columns_allowed_are_no_reason_to_refuse() {
        var keys = Table.of(TextColumn.of(
                "ticket",
                IntStream.range(0, 5_000).mapToObj(i -> "t" + i / 2 % 2_000).toArray(String[]::new)));
        var step = new OneHot(List.of(), OneHot.Omit.NONE, new OneHot.Rare(0.0003, 10), OneHot.Unseen.IGNORE);

        assertThat(step.fit(keys).apply(keys).names()).hasSize(10).endsWith("ticket=<rare>");
    }

    @Test
    void the_first_column_can_be_left_out_always_or_of_two() {
        var table = Table.of(TextColumn.of("sex", "m", "f"), TextColumn.of("port", "a", "b"));
        var three = Table.of(TextColumn.of("sex", "m", "f", "f"), TextColumn.of("port", "a", "b", "c"));

        var first = new OneHot(List.of(), OneHot.Omit.FIRST, OneHot.Rare.NONE, OneHot.Unseen.IGNORE);
        var binary = new OneHot(List.of(), OneHot.Omit.IF_BINARY, OneHot.Rare.NONE, OneHot.Unseen.IGNORE);

        assertThat(first.fit(three).apply(three).names()).containsExactly("port=b", "port=c", "sex=m");
        assertThat(binary.fit(three).apply(three).names()).containsExactly("port=a", "port=b", "port=c", "sex=m");
        assertThat(binary.fit(table).apply(table.slice(0, 1)))
                .isEqualTo(Table.of(BooleanColumn.of("port=b", false), BooleanColumn.of("sex=m", true)));
    }

    @Test
    void values_never_seen_are_counted_by_column_whatever_becomes_of_them() {
        var fitted =
                new OneHot(List.of()).fit(Table.of(TextColumn.of("sex", "m", "f"), TextColumn.of("port", "a", "b")));
        var others = Table.of(
                TextColumn.of("sex", Missing.where(3, row -> row == 1), "x", "", "f"),
                TextColumn.of("port", "a", "b", "a"));

        assertThat(fitted.unseen(others)).isEqualTo(Map.of("sex", 2L));
        assertThat(fitted.unseen(others.without(List.of("sex")))).isEmpty();
    }
}
