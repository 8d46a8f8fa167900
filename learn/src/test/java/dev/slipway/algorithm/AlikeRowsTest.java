package dev.slipway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AlikeRowsTest {
    private static final Target.Classes LEFT = new Target.Classes("left", List.of("no", "yes"));

    /** The mark says most about the answer, the number something, the noise nothing. */
    private static Training people(int rows) {
        var random = new SplittableRandom(3);
        var mark = new boolean[rows];
        double[] age = random.doubles(rows, 0, 100).toArray();
        int[] left = new int[rows];
        for (int row = 0; row < rows; row++) {
            mark[row] = random.nextBoolean();
            left[row] = (mark[row] ? 1 : 0) + age[row] / 200 + random.nextDouble() > 1.2 ? 1 : 0;
        }
        double[] noise = random.doubles(rows).toArray();
        var table =
                Table.of(NumberColumn.of("noise", noise), NumberColumn.of("age", age), BooleanColumn.of("mark", mark));
        return Training.of(table, LEFT, left);
    }

    @Test
    void few_rows_stay_as_they_are() {
        var few = people(500);

        assertThat(AlikeRows.order(few, few.table().names()))
                .containsExactly(IntStream.range(0, 500).toArray());
    }

    @Test
    void many_rows_lie_side_by_side_with_those_that_answer_the_telling_questions_alike() {
        var many = people(AlikeRows.LEAST);
        var mark = (BooleanColumn) many.table().column("mark");

        int[] order = AlikeRows.order(many, many.table().names());

        assertThat(IntStream.of(order).sorted())
                .containsExactly(IntStream.range(0, order.length).boxed().toArray(Integer[]::new));
        long changes = IntStream.range(1, order.length)
                .filter(place -> mark.at(order[place]) != mark.at(order[place - 1]))
                .count();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void the_same_rows_are_always_put_in_the_same_order() {
        var many = people(AlikeRows.LEAST);

        assertThat(AlikeRows.order(many, many.table().names()))
                .containsExactly(AlikeRows.order(many, many.table().names()));
    }

    @Test
    void rows_about_which_nothing_tells_stay_as_they_are() {
        int rows = AlikeRows.LEAST;
        var silent = Training.of(Table.of(BooleanColumn.of("same", new boolean[rows])), LEFT, new int[rows]);

        assertThat(AlikeRows.order(silent, List.of("same")))
                .containsExactly(IntStream.range(0, rows).toArray());
    }
}
