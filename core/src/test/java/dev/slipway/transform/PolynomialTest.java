package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolynomialTest extends TransformerContract<ByColumn<Nothing>> {
    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Polynomial(List.of("siblings", "age", "alone"), 3, false, true);
    }

    private static final Table TWO = Table.of(NumberColumn.of("a", 2, 3), NumberColumn.of("b", 5, 7));

    private static List<String> names(int degree, boolean interactionsOnly, boolean bias) {
        return new Polynomial(List.of(), degree, interactionsOnly, bias)
                .fit(TWO)
                .apply(TWO)
                .names();
    }

    @Test
    void the_columns_stay_and_their_products_stand_behind_them() {
        assertThat(new Polynomial(List.of(), 2, false, false).fit(TWO).apply(TWO))
                .isEqualTo(Table.of(
                        NumberColumn.of("a", 2, 3),
                        NumberColumn.of("b", 5, 7),
                        NumberColumn.of("a^2", 4, 9),
                        NumberColumn.of("a*b", 10, 21),
                        NumberColumn.of("b^2", 25, 49)));
    }

    @Test
    void higher_degrees_stand_behind_lower_ones_and_ones_in_front() {
        assertThat(names(3, false, true))
                .containsExactly("a", "b", "1", "a^2", "a*b", "b^2", "a^3", "a^2*b", "a*b^2", "b^3");
        assertThat(names(3, true, false)).containsExactly("a", "b", "a*b");
    }

    @Test
    void a_product_with_a_missing_number_is_missing() {
        var table = TWO.with(NumberColumn.of("b", Missing.where(2, row -> row == 0), 0, 7));

        var product =
                new Polynomial(List.of(), 2, true, false).fit(TWO).apply(table).column("a*b");

        assertThat(product).isEqualTo(NumberColumn.of("a*b", Missing.where(2, row -> row == 0), 0, 21));
    }

    @Test
    void a_request_carries_only_the_factors_that_are_read() {
        var fitted = step().fit(Passengers.of(9, 1));

        assertThat(fitted.inputs(Set.of("siblings^2*age"))).containsExactlyInAnyOrder("siblings", "age");
        assertThat(fitted.inputs(Set.of("1"))).isEmpty();
    }

    @Test
    void more_products_than_make_sense_are_refused_before_they_are_made() {
        var many = Table.of(IntStream.range(0, 5_000)
                .mapToObj(column -> NumberColumn.of("n" + column, 1))
                .toArray(Column[]::new));

        assertThatThrownBy(() -> new Polynomial(List.of(), 3, false, false).fit(many))
                .hasMessageContaining("5000 columns have more than 5000 products up to degree 3");
    }

    @Test
    void other_degrees_are_refused() {
        for (int degree : new int[] {1, 4}) {
            assertThatThrownBy(() -> new Polynomial(List.of(), degree, false, false))
                    .hasMessageContaining("products of degree " + degree + " are not made");
        }
    }

    @Test
    void a_name_that_another_column_has_is_a_problem() {
        var taken = TWO.with(NumberColumn.of("a*b", 1, 1));

        assertThatThrownBy(() -> new Polynomial(List.of("a", "b"), 2, true, false)
                        .fit(taken)
                        .apply(taken))
                .hasMessageContaining("TRANSFORM-NAME-TAKEN")
                .hasMessageContaining("column 'a*b'");
    }
}
