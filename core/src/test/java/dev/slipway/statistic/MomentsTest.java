package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.engine.MergeableContract;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class MomentsTest extends MergeableContract<Moments> {
    private static final double[] ROWS =
            new SplittableRandom(3).doubles(500, -1e6, 1e6).toArray();

    @Override
    protected Moments empty() {
        return Moments.EMPTY;
    }

    @Override
    protected Moments of(List<Integer> rows) {
        return Moments.of(rows.stream().mapToDouble(row -> ROWS[row]).toArray());
    }

    @Test
    void a_small_spread_far_from_zero_survives() {
        Moments far = Moments.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

        assertThat(far.populationVariance()).isEqualTo(22.5);
        assertThat(far.populationDeviation()).isEqualTo(Math.sqrt(22.5)).isCloseTo(4.743, within(0.001));
        assertThat(far.variance()).isEqualTo(30);
        assertThat(far.mean()).isEqualTo(1e9 + 10);
    }

    @Test
    void a_constant_has_no_spread() {
        assertThat(Moments.of(0.1, 0.1, 0.1).deviation()).isZero();
        assertThat(Moments.of(1e-200, 1e-200).deviation()).isZero();
    }

    @Test
    void missing_rows_do_not_count() {
        var column = NumberColumn.of("age", Missing.where(4, row -> row == 1), 10, 999, 20, 30);

        Moments moments = Moments.of(column);

        assertThat(moments).isEqualTo(Moments.of(30, 20, 10));
        assertThat(moments.min()).isEqualTo(10);
        assertThat(moments.max()).isEqualTo(30);
    }

    @Test
    void booleans_count_as_zero_and_one() {
        assertThat(Moments.of(BooleanColumn.of("paid", true, true, false, true)).mean())
                .isEqualTo(0.75);
    }

    @Test
    void what_is_not_known_is_not_a_number() {
        assertThat(Moments.EMPTY.mean()).isNaN();
        assertThat(Moments.EMPTY.populationVariance()).isNaN();
        assertThat(Moments.of(7).variance()).isNaN();
        assertThat(Moments.of(7).populationVariance()).isZero();
        assertThat(Moments.of(1, Double.NaN).mean()).isNaN();
        assertThat(Moments.of(1, Double.NaN).deviation()).isNaN();
        assertThat(Moments.of(1e200, 2e200).deviation()).isNaN();
        assertThat(Moments.of(1e200, 2e200).mean()).isEqualTo(1.5e200);
    }

    @Test
    void the_golden_columns_of_the_titanic_agree_with_pandas() {
        var shared = Path.of(System.getProperty("slipway.root", "."), "..", "shared", "data");
        Path golden = shared.resolve("golden/column_stats_titanic.json");
        Assumptions.assumeTrue(Files.exists(golden), "no golden figures at " + golden);

        // PassengerId is 1 to 891: the one column whose values need no file.
        Mapping expected =
                Document.json(golden).root().mapping().mapping("column").mapping("PassengerId");
        double[] ids = new double[891];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1;
        }
        Moments moments = Moments.of(ids);

        assertThat(moments.sum().value()).isEqualTo(expected.number("sum"));
        assertThat(moments.mean()).isEqualTo(expected.number("mean"));
        assertThat(moments.deviation()).isCloseTo(expected.number("std_ddof1"), within(1e-9));
        assertThat(moments.populationDeviation()).isCloseTo(expected.number("std_ddof0"), within(1e-9));
        assertThat(moments.variance()).isCloseTo(expected.number("var_ddof1"), within(1e-9));
    }
}
