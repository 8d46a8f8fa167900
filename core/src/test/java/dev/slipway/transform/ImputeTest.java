package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ByColumn;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import dev.slipway.transform.Impute.Fill;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImputeTest extends TransformerContract<ByColumn<Impute.Seen>> {
    private static final Missing SECOND = Missing.where(3, row -> row == 1);

    @Override
    protected Transformer<ByColumn<Impute.Seen>> step() {
        return new Impute(List.of("age", "siblings", "alone", "sex", "port"), new Fill.MostFrequent(), true);
    }

    private static Impute impute(Fill fill, String... columns) {
        return new Impute(List.of(columns), fill, false);
    }

    @Test
    void words_are_filled_as_scikit_learn_fills_them() {
        var golden = ScikitLearn.read();
        var expected = golden.of("SimpleImputer_most_frequent_categorical").path("new");

        var filled = impute(new Fill.MostFrequent(), "Sex", "Embarked")
                .fit(golden.training())
                .apply(golden.others());

        for (int row = 0; row < expected.size(); row++) {
            assertThat(filled.column("Sex").text(row))
                    .isEqualTo(expected.path(row).path(0).asString());
            assertThat(filled.column("Embarked").text(row))
                    .isEqualTo(expected.path(row).path(1).asString());
        }
    }

    @Test
    void of_several_most_frequent_values_the_smallest_is_put() {
        var numbers = NumberColumn.of("n", Missing.where(5, row -> row == 4), 2, 1, 2, 1, 0);
        var words = TextColumn.of("w", Missing.where(5, row -> row == 4), "b", "a", "b", "a", "");

        var filled = impute(new Fill.MostFrequent(), "n", "w")
                .fit(Table.of(numbers, words))
                .apply(Table.of(numbers, words));

        assertThat(filled.column("n").number(4)).isEqualTo(1);
        assertThat(filled.column("w").text(4)).isEqualTo("a");
    }

    @Test
    void an_indicator_says_where_a_value_was_put() {
        var table = Table.of(NumberColumn.of("age", SECOND, 10, 0, 30));

        var filled = new Impute(List.of(), new Fill.Mean(), true).fit(table).apply(table);

        assertThat(filled)
                .isEqualTo(Table.of(
                        NumberColumn.of("age", 10, 20, 30), BooleanColumn.of("age_missing", false, true, false)));
    }

    @Test
    void an_indicator_takes_no_other_columns_place() {
        var table = Table.of(
                NumberColumn.of("age", 1),
                NumberColumn.of("fare", 2),
                TextColumn.of("age_missing", "mine"),
                TextColumn.of("fare_missing", "mine"));
        var fitted = new Impute(List.of(), new Fill.Mean(), true).fit(table);

        assertThatThrownBy(() -> fitted.apply(table))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-NAME-TAKEN")
                .hasMessageContaining("column 'age_missing'")
                .hasMessageContaining("column 'fare_missing'");
        assertThat(fitted.apply(table.select(List.of("age_missing"))).names()).containsExactly("age_missing");
    }

    @Test
    void whole_numbers_stay_whole_where_what_is_put_is_whole() {
        var table = Table.of(IntegerColumn.of("class", SECOND, 1, 0, 3));

        assertThat(impute(new Fill.Median()).fit(table).apply(table))
                .isEqualTo(Table.of(IntegerColumn.of("class", 1, 2, 3)));
        assertThat(impute(new Fill.Constant("0.5")).fit(table).apply(table))
                .isEqualTo(Table.of(NumberColumn.of("class", 1, 0.5, 3)));
        assertThat(impute(new Fill.Constant("1e19")).fit(table).apply(table))
                .isEqualTo(Table.of(NumberColumn.of("class", 1, 1e19, 3)));
    }

    @Test
    void whole_numbers_that_were_imputed_are_one_hot_encoded_by_their_text() {
        var table = Table.of(IntegerColumn.of("class", SECOND, 3, 0, 3));
        var filled = impute(new Fill.Median()).fit(table).apply(table);

        assertThat(new OneHot(List.of("class")).fit(filled).apply(filled).names())
                .containsExactly("class=3");
    }

    @Test
    void unless_columns_are_named_every_quantity_is_filled_and_no_word_or_truth() {
        var filled = new Impute(List.of(), new Fill.Median(), false)
                .fit(Passengers.of(50, 3))
                .apply(Passengers.missing());

        assertThat(filled.columns())
                .filteredOn(column -> column.missing().count() == 0)
                .extracting(column -> column.name())
                .containsExactly("age", "siblings", "same");
    }

    @Test
    void a_constant_is_put_into_numbers_and_words_even_where_nothing_else_was_seen() {
        var nothing = Table.of(
                IntegerColumn.of("n", Missing.where(1, row -> true), 0),
                TextColumn.of("w", Missing.where(1, row -> true), ""));

        assertThat(impute(new Fill.Constant("-1"), "n")
                        .fit(nothing)
                        .apply(nothing)
                        .column("n")
                        .number(0))
                .isEqualTo(-1);
        assertThat(impute(new Fill.Constant("?"), "w")
                        .fit(nothing)
                        .apply(nothing)
                        .column("w")
                        .text(0))
                .isEqualTo("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "NaN", "Infinity", "1e999", "1d", ""})
    void a_constant_that_is_no_number_is_refused_for_numbers(String constant) {
        var table = Table.of(NumberColumn.of("age", 1));

        assertThatThrownBy(() -> impute(new Fill.Constant(constant), "age").fit(table))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("cannot impute numbers with '" + constant + "'")
                .hasMessageContaining("column 'age'");
    }

    @Test
    void a_column_without_any_value_is_refused_by_name() {
        assertThatThrownBy(() -> impute(new Fill.Median(), "age").fit(Passengers.missing()))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-ALL-MISSING")
                .hasMessageContaining("column 'age'");
        assertThatThrownBy(() -> impute(new Fill.MostFrequent(), "port").fit(Passengers.missing()))
                .hasMessageContaining("column 'port'");
        assertThatThrownBy(() -> impute(new Fill.Median(), "age").fit(Passengers.of(0, 1)))
                .hasMessageContaining("TRANSFORM-ALL-MISSING");
    }

    @Test
    void words_have_no_median_and_an_unknown_column_has_a_nearest_one() {
        assertThatThrownBy(() -> impute(new Fill.Median(), "sex").fit(Passengers.of(9, 1)))
                .hasMessageContaining("TRANSFORM-NOT-A-NUMBER");
        assertThatThrownBy(() -> impute(new Fill.Median(), "agee").fit(Passengers.of(9, 1)))
                .hasMessageContaining("did you mean 'age'?");
    }
}
