package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SparseMatrixTest {
    private static final Table ROWS = Table.of(
            NumberColumn.of("length", Missing.where(3, row -> row == 2), 1, 0, 9),
            VectorColumn.of(
                    "message",
                    List.of("free", "hello", "now"),
                    new int[] {0, 2, 2, 3},
                    new int[] {0, 2, 1},
                    0.5,
                    0.25,
                    3),
            BooleanColumn.of("known", false, true, true));
    private static final List<String> COLUMNS = List.of("length", "message", "known");

    @Test
    void a_row_is_its_features_that_are_not_zero_in_the_order_of_the_columns() {
        var matrix = SparseMatrix.of(ROWS, COLUMNS, List.of(7.0, 0.0, 0.0));

        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.width()).isEqualTo(5);
        assertThat(matrix.entries()).isEqualTo(7);
        assertThat(row(matrix, 0)).containsExactly("0: 1.0", "1: 0.5", "3: 0.25");
        assertThat(row(matrix, 1)).containsExactly("4: 1.0");
        assertThat(row(matrix, 2)).containsExactly("0: 7.0", "2: 3.0", "4: 1.0");
        assertThat(Matrix.featureNames(ROWS, COLUMNS))
                .containsExactly("length", "message=free", "message=hello", "message=now", "known");
    }

    @Test
    void a_missing_number_stays_missing_where_nothing_stands_in_for_it() {
        var matrix = SparseMatrix.of(ROWS, COLUMNS, List.of(Double.NaN, 0.0, 0.0));

        assertThat(row(matrix, 2)).containsExactly("0: NaN", "2: 3.0", "4: 1.0");
    }

    private static List<String> row(SparseMatrix matrix, int row) {
        var entries = new ArrayList<String>();
        for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
            entries.add(matrix.feature(entry) + ": " + matrix.value(entry));
        }
        return entries;
    }

    @Test
    void with_its_zeros_a_row_is_what_trees_read() {
        assertThat(Matrix.floats(ROWS, COLUMNS))
                .containsExactly(1, 0.5f, 0, 0.25f, 0, 0, 0, 0, 0, 1, Float.NaN, 0, 3, 0, 1);
        assertThat(Matrix.doubles(ROWS, List.of("known", "message")))
                .containsExactly(0, 0.5, 0, 0.25, 1, 0, 0, 0, 1, 0, 3, 0);
    }

    @Test
    void a_vector_too_wide_to_lay_out_is_refused_by_name_before_any_memory_is_taken() {
        var wide =
                Table.of(VectorColumn.of("message", VectorColumn.numbered(30_000), new int[] {0, 1}, new int[] {7}, 1));

        assertThatThrownBy(() -> Matrix.floats(wide, List.of("message")))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("30000 numbers a row are too many to lay out with their zeros, at most 5000")
                .hasMessageContaining("column 'message'");
    }

    @Test
    void a_linear_model_has_a_weight_for_each_place_and_answers_one_row_as_many() {
        var function = new LinearFunction(0.1, new double[] {1.0 / 3, -0.7, 0.3, 1.1, 0.2});
        var model = new LinearModel(COLUMNS, List.of(7.0, 0.0, 0.0), function);

        var answers = model.predict(ROWS);

        double first = 0.1 + 1.0 / 3 * 1 + -0.7 * 0.5 + 1.1 * 0.25;
        assertThat(answers.probability(0, 1)).isEqualTo(Link.sigmoid(first));
        for (int row = 0; row < ROWS.rows(); row++) {
            assertThat(model.predict(ROWS.slice(row, row + 1)).probability(0, 1))
                    .isEqualTo(answers.probability(row, 1));
        }
    }

    @Test
    void a_vector_of_another_width_than_the_weights_is_no_input_of_the_model() {
        var model = new LinearModel(COLUMNS, List.of(0.0, 0.0, 0.0), new LinearFunction(0, new double[4]));

        assertThatThrownBy(() -> model.predict(ROWS)).isInstanceOf(RuntimeException.class);
    }
}
