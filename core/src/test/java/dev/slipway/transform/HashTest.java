package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashTest extends TransformerContract<ByColumn<Nothing>> {
    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new Hash(List.of("siblings", "sex", "port"), Grams.VALUE, 32, false);
    }

    @Test
    void each_value_has_one_place_and_a_missing_one_none() {
        var table = Table.of(TextColumn.of("port", Missing.where(3, row -> row == 1), "Southampton", "", "Queenstown"));

        var hashed = new Hash(List.of(), Grams.VALUE, 8, false)
                .fit(table)
                .apply(table)
                .column("port");

        assertThat(hashed.text(0)).isEqualTo("8 places, #3: -1.0");
        assertThat(hashed.text(1)).isEqualTo("8 places");
        assertThat(hashed.text(2)).startsWith("8 places, #");
    }

    @Test
    void the_lowest_hash_has_scikit_learns_place() {
        assertThat(Hash.place(Integer.MIN_VALUE, 10)).isEqualTo((Integer.MAX_VALUE - 9) % 10);
        assertThat(Hash.place(-13, 10)).isEqualTo(3);
    }

    @Test
    void terms_that_cancel_out_leave_nothing_behind_and_rows_can_be_of_length_one() {
        var table = Table.of(TextColumn.of("note", "one two three four five six seven eight nine ten"));
        var words = new Grams(Grams.Of.WORDS, 1, 1, true, 2);

        var one = new Hash(List.of(), words, 1, false).fit(table).apply(table);
        var unit = new Hash(List.of(), words, 1, true).fit(table).apply(table);

        assertThat(one.column("note").text(0)).isIn("1 places, #0: 2.0", "1 places, #0: -2.0", "1 places");
        assertThat(unit.column("note").text(0)).isIn("1 places, #0: 1.0", "1 places, #0: -1.0", "1 places");
    }
}
