package dev.slipway.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.engine.MergeableContract;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.Travelled;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowSampleTest extends MergeableContract<RowSample> {
    private static final int MOST = 100;
    private static final Table WHOLE = whole(500);

    private static Table whole(int rows) {
        var random = new Random(3);
        double[] numbers = random.doubles(rows).toArray();
        long[] integers = IntStream.range(0, rows).asLongStream().toArray();
        int[] codes = IntStream.range(0, rows).map(row -> row % 7 - 1).toArray();
        var words = IntStream.range(0, rows)
                .mapToObj(row -> row % 5 == 0 ? "" : "wört " + row)
                .toArray(String[]::new);
        int[] coded = IntStream.range(0, rows).map(row -> row % 3).toArray();
        return Table.of(
                NumberColumn.of("number", numbers),
                IntegerColumn.of("integer", integers),
                CategoryColumn.of("category", List.of("a", "b", "c", "d", "e", "f"), codes),
                TextColumn.of("text", words),
                TextColumn.coded("coded", new String[] {"", "x", "y"}, coded));
    }

    @Override
    protected RowSample empty() {
        return RowSample.none(MOST);
    }

    @Override
    protected RowSample of(List<Integer> rows) {
        int[] places = rows.stream().mapToInt(Integer::intValue).toArray();
        if (places.length == 0) {
            return empty();
        }
        var chosen = WHOLE.rows(places);
        boolean plain = places.length % 2 == 0; // some batches have codes, others words
        var coded = (TextColumn) WHOLE.column("coded");
        var column = plain
                ? TextColumn.of(
                        "coded", Arrays.stream(places).mapToObj(coded::at).toArray(String[]::new))
                : TextColumn.coded(
                        "coded",
                        new String[] {"y", "", "x"},
                        Arrays.stream(places)
                                .map(row -> (coded.code(row) + 1) % 3)
                                .toArray());
        return RowSample.of(chosen.with(column), MOST);
    }

    private static Sample all(Table table, int most) {
        return new Sampling(List.of(), most).finish(RowSample.of(table, most));
    }

    @Test
    void a_small_table_is_kept_whole_and_in_order() {
        var sample =
                all(WHOLE.rows(IntStream.range(0, 500).map(row -> 499 - row).toArray()), 1_000);

        assertThat(sample.everything()).isTrue();
        assertThat(sample.rows()).isEqualTo(500);
        for (int row = 0; row < 500; row++) {
            assertThat(sample.origin(row)).isEqualTo(new SampledRow("table", row + 1, 0));
            for (int column = 0; column < 5; column++) {
                assertThat(sample.text(row, column))
                        .isEqualTo(WHOLE.columns().get(column).text(row));
            }
            assertThat(sample.isMissing(row, 3)).isEqualTo(row % 5 == 0);
            assertThat(sample.isMissing(row, 4)).isEqualTo(row % 3 == 0);
            assertThat(sample.isMissing(row, 2)).isEqualTo(row % 7 == 0);
        }
    }

    @Test
    void a_large_table_is_sampled_evenly() {
        var sample = all(whole(20_000), 2_000);

        assertThat(sample.size()).isEqualTo(2_000);
        assertThat(sample.rows()).isEqualTo(20_000);
        assertThat(sample.everything()).isFalse();
        double mean = IntStream.range(0, 2_000)
                .mapToLong(row -> sample.origin(row).record())
                .average()
                .orElse(0);
        assertThat(mean).isCloseTo(10_000, within(4 * 5_774 / Math.sqrt(2_000)));
    }

    @Test
    void rows_of_several_files_stand_by_file_and_record() {
        var one = Table.of(List.of(IntegerColumn.of("n", 1, 2, 3)), Origins.of("b.csv", new long[] {1, 2, 3}, 2, 3, 4));
        var two = Table.of(List.of(IntegerColumn.of("n", 4, 5)), Origins.of("a.csv", new long[] {1, 2}, 2, 3));

        var sample = RowSample.of(one, 10).merge(RowSample.of(two, 10)).sample();

        assertThat(IntStream.range(0, 5).mapToObj(row -> sample.origin(row).toString()))
                .containsExactly(
                        "a.csv, row 1 (line 2)",
                        "a.csv, row 2 (line 3)",
                        "b.csv, row 1 (line 2)",
                        "b.csv, row 2 (line 3)",
                        "b.csv, row 3 (line 4)");
        assertThat(IntStream.range(0, 5).mapToObj(row -> sample.text(row, 0))).containsExactly("4", "5", "1", "2", "3");
    }

    @Test
    void a_finished_sample_travels() {
        var sample = all(WHOLE, MOST);

        assertThat(Travelled.copy(sample)).isEqualTo(sample);
        assertThat(Travelled.copy(new Sampling())).isEqualTo(new Sampling());
    }

    @Test
    void a_column_that_is_not_there_is_answered_with_the_nearest() {
        var sample = all(WHOLE, MOST);

        assertThatThrownBy(() -> sample.column("nunber"))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("did you mean 'number'");
    }
}
