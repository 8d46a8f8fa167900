package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.Nothing;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropTest extends TransformerContract<Nothing> {
    @Override
    protected Transformer<Nothing> step() {
        return new Drop(List.of("port", "same"));
    }

    @Test
    void the_columns_are_gone() {
        var table = Passengers.of(3, 1);

        assertThat(step().fit(table).apply(table).names())
                .containsExactly("age", "siblings", "alone", "sex", "boarded");
    }

    @Test
    void a_column_that_training_does_not_have_is_a_mistake() {
        assertThatThrownBy(() -> new Drop(List.of("prot")).fit(Passengers.of(3, 1)))
                .hasMessageContaining("there is no column 'prot'; did you mean 'port'?");
    }
}
