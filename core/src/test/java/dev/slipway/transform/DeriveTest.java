package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.Nothing;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import dev.slipway.transform.Derive.Derivation;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeriveTest extends TransformerContract<Nothing> {
    @Override
    protected Transformer<Nothing> step() {
        return derive(
                "family", "siblings + 1", "share", "age / family", "word", "CASE WHEN alone THEN port ELSE sex END");
    }

    /** Names and expressions, turn about. */
    private static Derive derive(String... pairs) {
        return new Derive(IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> new Derivation(pairs[2 * i], pairs[2 * i + 1]))
                .toList());
    }

    @Test
    void a_column_may_stand_on_the_one_derived_before_it() {
        var table = Table.of(IntegerColumn.of("siblings", 1, 4), NumberColumn.of("fare", 10, 20));

        var after = derive("family", "siblings + 1", "each", "fare / family")
                .fit(table)
                .apply(table);

        assertThat(after.column("family")).isEqualTo(IntegerColumn.of("family", 2, 5));
        assertThat(after.column("each")).isEqualTo(NumberColumn.of("each", 5, 4));
    }

    @Test
    void a_column_may_be_derived_from_the_one_it_replaces() {
        var table = Table.of(NumberColumn.of("fare", 10));
        var fitted = derive("fare", "fare * 2").fit(table);

        assertThat(fitted.apply(table)).isEqualTo(Table.of(NumberColumn.of("fare", 20)));
        assertThat(fitted.inputs(Set.of("fare"))).containsExactly("fare");
    }

    @Test
    void a_name_that_nobody_knows_is_refused_with_the_nearest_one() {
        assertThatThrownBy(() -> derive("family", "sibling + 1").fit(Passengers.of(3, 1)))
                .hasMessageContaining("there is no column 'sibling'; did you mean 'siblings'?");
    }
}
