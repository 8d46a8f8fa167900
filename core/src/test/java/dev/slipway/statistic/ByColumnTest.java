package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ByColumnTest {
    private static final int MANY = 40_000;

    private static Column numbers(String name, int rows) {
        return NumberColumn.of(
                name, IntStream.range(0, rows).mapToDouble(row -> row % 7 + 0.1).toArray());
    }

    @Test
    void many_rows_looked_at_side_by_side_are_the_columns_one_after_the_other() {
        var columns = List.of(numbers("a", MANY), numbers("b", MANY), numbers("c", 10));

        var seen = ByColumn.of(columns, Moments::of);

        assertThat(seen.columns().keySet()).containsExactly("a", "b", "c");
        columns.forEach(column -> assertThat(seen.columns().get(column.name())).isEqualTo(Moments.of(column)));
    }

    @Test
    void of_several_columns_that_cannot_be_looked_at_the_first_is_named() {
        var columns = IntStream.range(0, 20)
                .mapToObj(column -> numbers("column " + column, MANY))
                .toList();

        assertThatThrownBy(() -> ByColumn.<Moments>of(columns, column -> {
                    if (column.name().equals("column 3") || column.name().equals("column 17")) {
                        throw new IllegalArgumentException(column.name());
                    }
                    return Moments.of(column);
                }))
                .hasMessage("column 3");
    }

    @Test
    void no_column_is_no_state() {
        assertThat(ByColumn.of(List.of(), Moments::of)).isEqualTo(ByColumn.none());
    }
}
