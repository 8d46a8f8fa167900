package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.engine.MergeableContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ComomentsTest extends MergeableContract<Comoments> {
    private static final double[] ROWS =
            new SplittableRandom(3).doubles(1_000, -1e6, 1e6).toArray();

    @Override
    protected Comoments empty() {
        return Comoments.of(new double[2][0]);
    }

    @Override
    protected Comoments of(List<Integer> rows) {
        return Comoments.of(
                rows.stream().mapToDouble(row -> ROWS[row]).toArray(),
                rows.stream().mapToDouble(row -> ROWS[row + 500]).toArray());
    }

    @Test
    void a_column_with_itself_has_its_variance() {
        var columns = Comoments.of(new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}, new double[] {1, 2, 3, 4});

        assertThat(columns.covariance(0, 0)).isEqualTo(30);
        assertThat(columns.covariance(1, 1)).isEqualTo(5.0 / 3);
        assertThat(columns.mean(0)).isEqualTo(1e9 + 10);
    }

    @Test
    void before_any_row_was_seen_it_does_not_matter_of_which_columns() {
        var seen = Comoments.of(new double[] {1, 2}, new double[] {3, 4});

        assertThat(Comoments.NONE.merge(seen)).isEqualTo(seen);
        assertThat(seen.merge(Comoments.NONE)).isEqualTo(seen);
    }

    @Test
    void two_columns_vary_together_whichever_is_named_first() {
        var columns = Comoments.of(new double[] {1, 2, 3}, new double[] {4, 4, 4}, new double[] {-2, -4, -6});

        assertThat(columns.covariance(0, 2)).isEqualTo(-2);
        assertThat(columns.covariance(2, 0)).isEqualTo(-2);
        assertThat(columns.covariance(1, 2)).isZero();
        assertThat(columns.covariance(2, 2)).isEqualTo(4);
    }

    @Test
    void below_two_rows_nothing_varies_that_is_known() {
        assertThat(Comoments.of(new double[] {1}, new double[] {2}).covariance(0, 1))
                .isNaN();
        assertThat(Comoments.of(new double[0], new double[0]).mean(1)).isNaN();
    }

    @Test
    void sizes_that_differ_by_far_are_kept_exactly() {
        var columns = Comoments.of(new double[] {1e100, 1, -1e100}, new double[] {1, 1e-30, 1});

        assertThat(columns.mean(0)).isCloseTo(1.0 / 3, within(1e-16));
    }
}
