package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.TransformerContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdinalTest extends TransformerContract<ByColumn<Counts<String>>> {
    private static final Table SIZES =
            Table.of(TextColumn.of("size", Missing.where(5, row -> row == 3), "M", "S", "L", "", "S"));

    private static Ordinal of(List<String> order, Ordinal.Unseen unseen, Ordinal.Absent missing) {
        return new Ordinal(List.of("size"), order, unseen, missing);
    }

    @Override
    protected Transformer<ByColumn<Counts<String>>> step() {
        return new Ordinal(
                List.of("siblings", "sex", "port"), List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP);
    }

    @Test
    void words_are_numbered_in_the_order_of_their_letters_and_missing_stays_missing() {
        var fitted =
                of(List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP).fit(SIZES);

        assertThat(fitted.apply(SIZES))
                .isEqualTo(Table.of(IntegerColumn.of("size", Missing.where(5, row -> row == 3), 1, 2, 0, 0, 2)));
    }

    @Test
    void the_order_can_be_said_and_missing_can_be_a_value() {
        var said = of(List.of("S", "M", "L"), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP);
        var valued = of(List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.VALUE);

        assertThat(said.fit(SIZES).apply(SIZES.slice(0, 3))).isEqualTo(Table.of(IntegerColumn.of("size", 1, 0, 2)));
        assertThat(valued.fit(SIZES).apply(SIZES)).isEqualTo(Table.of(IntegerColumn.of("size", 2, 3, 1, 0, 3)));
    }

    @Test
    void numbers_are_numbered_by_size() {
        var table = Table.of(IntegerColumn.of("size", 10, 9, 100, -1));

        assertThat(of(List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP)
                        .fit(table)
                        .apply(table))
                .isEqualTo(Table.of(IntegerColumn.of("size", 2, 1, 3, 0)));
    }

    @Test
    void a_value_never_seen_is_minus_one_or_missing_or_refused_by_row_and_it_is_counted() {
        var others = Table.of(TextColumn.of("size", Missing.where(3, row -> row == 2), "S", "XXL", ""));

        var minusOne =
                of(List.of(), Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP).fit(SIZES);
        var missing = of(List.of(), Ordinal.Unseen.MISSING, Ordinal.Absent.KEEP).fit(SIZES);
        var error = of(List.of(), Ordinal.Unseen.ERROR, Ordinal.Absent.KEEP).fit(SIZES);

        assertThat(minusOne.apply(others).column("size").text(1)).isEqualTo("-1");
        assertThat(missing.apply(others).column("size").isMissing(1)).isTrue();
        assertThat(error.apply(others.rows(0, 2)).column("size").isMissing(1)).isTrue();
        assertThatThrownBy(() -> error.apply(others))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("TRANSFORM-UNSEEN: the value 'XXL' was never seen in training")
                .hasMessageContaining("table, row 2, column 'size'");
        assertThat(minusOne.unseen(others)).isEqualTo(Map.of("size", 1L));
        assertThat(minusOne.unseen(SIZES)).isEmpty();
    }
}
