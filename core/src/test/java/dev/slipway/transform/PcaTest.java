package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.statistic.Moments;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.TransformerContract;
import dev.slipway.transform.Pca.Keep;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PcaTest extends TransformerContract<Pca.Seen> {
    @Override
    protected Transformer<Pca.Seen> step() {
        return new Pca(List.of("age", "siblings", "same"), new Keep.Components(2), "pc");
    }

    private static FittedPca fitted(Keep keep, Table table) {
        return (FittedPca) new Pca(List.of(), keep, "pc").fit(table);
    }

    @Test
    void points_on_a_line_have_one_component_along_it_and_its_largest_weight_is_positive() {
        var line = Table.of(NumberColumn.of("a", 0, 3, 6), NumberColumn.of("b", 0, -4, -8));

        var fitted = fitted(new Keep.Share(0.99), line);

        assertThat(fitted.components()).hasSize(1);
        var component = fitted.components().get(0);
        assertThat(component.share()).isCloseTo(1, within(1e-12));
        assertThat(component.variance()).isCloseTo(25, within(1e-12));
        assertThat(component.weights().at(0)).isCloseTo(-0.6, within(1e-15));
        assertThat(component.weights().at(1)).isCloseTo(0.8, within(1e-15));
        assertThat(fitted.apply(line).names()).containsExactly("pc1");
        assertThat(fitted.apply(line).column("pc1").number(0)).isCloseTo(5, within(1e-14));
    }

    @Test
    void components_of_many_columns_are_at_right_angles_and_have_the_variance_they_name() {
        var random = new SplittableRandom(3);
        double[] shared = random.doubles(200).toArray();
        var table = Table.of(IntStream.range(0, 12)
                .mapToObj(place -> NumberColumn.of(
                        "n" + place,
                        IntStream.range(0, 200)
                                .mapToDouble(row -> shared[row] * place + random.nextDouble())
                                .toArray()))
                .toArray(Column[]::new));

        var components = fitted(new Keep.Components(12), table).components();
        var rotated = fitted(new Keep.Components(12), table).apply(table);

        for (int one = 0; one < 12; one++) {
            assertThat(Moments.of(rotated.column("pc" + (one + 1))).variance())
                    .isCloseTo(components.get(one).variance(), within(1e-12));
            for (int other = 0; other < 12; other++) {
                assertThat(product(
                                components.get(one).weights(),
                                components.get(other).weights()))
                        .isCloseTo(one == other ? 1 : 0, within(1e-14));
            }
        }
    }

    private static double product(Doubles left, Doubles right) {
        return IntStream.range(0, left.size())
                .mapToDouble(place -> left.at(place) * right.at(place))
                .sum();
    }

    @Test
    void rows_with_a_missing_value_teach_nothing_and_have_no_components() {
        var whole = Table.of(NumberColumn.of("a", 1, 2, 4), NumberColumn.of("b", 3, 1, 0));
        var more = Table.of(
                NumberColumn.of("a", 1, 2, 4, 100),
                NumberColumn.of("b", Missing.where(4, row -> row == 3), 3, 1, 0, 0));

        var fitted = fitted(new Keep.Components(2), more);

        assertThat(fitted).isEqualTo(fitted(new Keep.Components(2), whole));
        assertThat(fitted.apply(more).column("pc1").isMissing(3)).isTrue();
        assertThat(fitted.apply(more).column("pc1").isMissing(0)).isFalse();
    }

    @Test
    void rows_that_all_miss_something_are_refused() {
        var never = Table.of(
                NumberColumn.of("a", Missing.where(2, row -> row == 0), 1, 2),
                NumberColumn.of("b", Missing.where(2, row -> row == 1), 1, 2));

        assertThatThrownBy(() -> fitted(new Keep.Components(1), never))
                .hasMessageContaining("0 rows have a value in every column")
                .hasMessageContaining("column 'a'");
    }

    @Test
    void more_columns_than_can_be_remembered_are_refused() {
        var wide = Table.of(IntStream.rangeClosed(0, Pca.MOST_COLUMNS)
                .mapToObj(place -> NumberColumn.of("n" + place, 1, 2))
                .toArray(Column[]::new));

        assertThatThrownBy(() -> fitted(new Keep.Components(1), wide))
                .hasMessageContaining("301 columns are more than the 300");
    }

    @Test
    void what_cannot_be_kept_is_refused() {
        assertThatThrownBy(() -> new Keep.Components(0)).hasMessageContaining("cannot keep 0 components");
        assertThatThrownBy(() -> new Keep.Share(1.5)).hasMessageContaining("cannot keep the share 1.5");
    }
}
