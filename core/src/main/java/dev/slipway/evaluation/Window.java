package dev.slipway.evaluation;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/**
 * The youngest rows: those whose time lies at most so long before the latest of them.
 *
 * @param column of timestamps; a row without one is in no window
 */
public record Window(String column, Duration length) {
    /** Those of the rows that lie in the window, in their order. */
    int[] of(Table table, int... rows) {
        var times = times(table);
        long latest = IntStream.of(rows)
                .filter(row -> !times.isMissing(row))
                .mapToLong(times::at)
                .max()
                .orElse(Long.MIN_VALUE);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(length));
        return IntStream.of(rows)
                .filter(row -> !times.isMissing(row) && times.at(row) >= latest - micros)
                .toArray();
    }

    /** Such as {@code 90 days}. */
    String shown() {
        return length.toDays() > 0 && length.equals(Duration.ofDays(length.toDays()))
                ? length.toDays() + " days"
                : length.toString();
    }

    private TimestampColumn times(Table table) {
        if (table.column(column) instanceof TimestampColumn times) {
            return times;
        }
        throw SlipwayException.usage(
                "CUT-NOT-A-TIME",
                "a window is cut by time, and this column is %s"
                        .formatted(table.column(column).type().label()),
                "column '" + column + "'",
                "name a column of timestamps under train.cuts.time, or correct its type in the contract");
    }
}
