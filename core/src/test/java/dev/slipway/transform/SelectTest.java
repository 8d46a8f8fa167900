package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.Nothing;
import dev.slipway.table.NumberColumn;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectTest extends TransformerContract<Nothing> {
    @Override
    protected Transformer<Nothing> step() {
        return new Select(List.of("port", "age"));
    }

    @Test
    void only_these_columns_stay_in_this_order() {
        var table = Passengers.of(3, 1);

        assertThat(step().fit(table).apply(table).names()).containsExactly("port", "age");
        assertThat(new Select(List.of("age")).inputs(Set.of("age", "sex"))).containsExactly("age");
    }

    @Override
    @Test
    protected void a_column_the_step_has_never_heard_of_is_left_alone() {
        var table = Passengers.of(3, 1);

        assertThat(step().fit(table)
                        .apply(table.with(NumberColumn.of("stranger", 1, 2, 3)))
                        .find("stranger"))
                .isEmpty();
    }

    @Test
    void a_column_that_training_does_not_have_is_a_mistake() {
        assertThatThrownBy(() -> new Select(List.of("prot")).fit(Passengers.of(3, 1)))
                .hasMessageContaining("there is no column 'prot'; did you mean 'port'?");
    }
}
