package dev.slipway.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.MergeableContract;
import dev.slipway.statistic.Timeline.Gap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final long[] ROWS =
            new SplittableRandom(2).longs(500, -30 * DAY, 900 * DAY).toArray();

    private static Timeline of(int most, List<Integer> rows) {
        return Timeline.of(most, rows.stream().mapToLong(row -> ROWS[row]).toArray());
    }

    /** With room for all. */
    @Nested
    final class Exact extends MergeableContract<Timeline> {
        @Override
        protected Timeline empty() {
            return Timeline.of(500);
        }

        @Override
        protected Timeline of(List<Integer> rows) {
            return TimelineTest.of(500, rows);
        }
    }

    /** With less room than there are moments, and even days. */
    @Nested
    final class Coarse extends MergeableContract<Timeline> {
        @Override
        protected Timeline empty() {
            return Timeline.of(120);
        }

        @Override
        protected Timeline of(List<Integer> rows) {
            return TimelineTest.of(120, rows);
        }
    }

    @Test
    void the_longest_gap_is_where_nothing_happened() {
        var some = Timeline.of(10, 0, SECOND, 2 * SECOND, 9 * SECOND, 10 * SECOND);

        assertThat(some.gaps(1)).containsExactly(new Gap(2 * SECOND, 9 * SECOND));
        assertThat(some.first()).isZero();
        assertThat(some.last()).isEqualTo(10 * SECOND);
        assertThat(some.quantile(0.5)).isEqualTo(Figure.exact(2.0 * SECOND));
    }

    @Test
    void many_moments_are_counted_by_day_and_a_missing_week_is_still_seen() {
        long[] hours = new long[24 * 300];
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = hour * 3_600L * SECOND + (hour >= 24 * 100 ? 7 * DAY : 0);
        }

        var days = Timeline.of(400, hours);

        assertThat(days.unit()).isEqualTo(DAY);
        assertThat(days.gaps(5)).containsExactly(new Gap(99 * DAY, 107 * DAY));
        assertThat(days.histogram(10).counts()).hasSize(10);
        assertThat(days.count()).isEqualTo(7_200);
    }
}
