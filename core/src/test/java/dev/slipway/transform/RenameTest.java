package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.Nothing;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import dev.slipway.transform.Rename.Renaming;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameTest extends TransformerContract<Nothing> {
    @Override
    protected Transformer<Nothing> step() {
        return new Rename(List.of(new Renaming("age", "years"), new Renaming("port", "from")));
    }

    @Test
    void columns_keep_their_place_under_their_new_names() {
        var table = Passengers.of(3, 1);

        assertThat(step().fit(table).apply(table).names())
                .containsExactly("years", "siblings", "alone", "sex", "from", "same", "boarded");
    }

    @Test
    void two_columns_can_change_places() {
        var table = Table.of(IntegerColumn.of("a", 1), IntegerColumn.of("b", 2));
        var swap = new Rename(List.of(new Renaming("a", "b"), new Renaming("b", "a")));

        assertThat(swap.fit(table).apply(table))
                .isEqualTo(Table.of(IntegerColumn.of("b", 1), IntegerColumn.of("a", 2)));
        assertThat(swap.inputs(Set.of("a"))).containsExactly("b");
    }

    @Test
    void a_name_that_another_column_has_is_refused() {
        assertThatThrownBy(() -> new Rename(List.of(new Renaming("age", "same"))).fit(Passengers.of(3, 1)))
                .hasMessageContaining("TRANSFORM-NAME-TAKEN")
                .hasMessageContaining("column 'same'");
        assertThatThrownBy(() -> new Rename(List.of(new Renaming("a", "c"), new Renaming("b", "c"))))
                .hasMessageContaining("'b' to 'c'");
    }

    @Test
    void a_column_that_training_does_not_have_is_a_mistake() {
        assertThatThrownBy(() -> new Rename(List.of(new Renaming("prot", "p"))).fit(Passengers.of(3, 1)))
                .hasMessageContaining("there is no column 'prot'; did you mean 'port'?");
    }
}
