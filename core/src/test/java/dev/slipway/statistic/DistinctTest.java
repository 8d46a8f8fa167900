package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.engine.MergeableContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DistinctTest {
    private static final long[] HASHES = new SplittableRandom(9).longs(400).toArray();

    private static Distinct of(int most, List<Integer> rows) {
        return Distinct.of(
                most, rows.stream().mapToLong(row -> HASHES[row % 400]).toArray());
    }

    /** With room for all. */
    @Nested
    final class Exact extends MergeableContract<Distinct> {
        @Override
        protected Distinct empty() {
            return Distinct.of(400);
        }

        @Override
        protected Distinct of(List<Integer> rows) {
            return DistinctTest.of(400, rows);
        }
    }

    /** With less room than there are distinct values. */
    @Nested
    final class Sketched extends MergeableContract<Distinct> {
        @Override
        protected Distinct empty() {
            return Distinct.of(100);
        }

        @Override
        protected Distinct of(List<Integer> rows) {
            return DistinctTest.of(100, rows);
        }
    }

    @Test
    void a_sketch_is_within_the_error_it_says() {
        for (int size : new int[] {2_000, 50_000, 1_000_000}) {
            var count = Distinct.of(
                            1_000, new SplittableRandom(size).longs(size).toArray())
                    .count();

            assertThat(count.exact()).isFalse();
            assertThat(count.value()).isCloseTo(size, within(count.error()));
            assertThat(count.error()).isLessThan(0.04 * size);
        }
    }

    @Test
    void as_many_as_there_is_room_for_are_counted_exactly() {
        assertThat(of(400, List.of(1, 2, 2, 401)).count()).isEqualTo(Figure.exact(2));
    }
}
