package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Numbers out of times: {@code booked_month}, {@code booked_hour}, … and the time gone by since fixed instants, {@code
 * booked_days_since_2000-01-01}. What is missing stays missing.
 *
 * @param columns which columns; empty for all of times
 * @param keep whether the times themselves stay, for a further step
 */
public record TimeParts(List<String> columns, List<TimePart> parts, List<Since> since, boolean keep)
        implements Transformer<ByColumn<Nothing>> {
    /** Time gone by since an instant, in a unit; a number with a fraction, negative before the instant. */
    public record Since(Instant origin, Unit unit) implements Serializable {
        private FittedTimeParts.Clock clock() {
            var written = origin.equals(origin.truncatedTo(ChronoUnit.DAYS))
                    ? origin.atOffset(ZoneOffset.UTC).toLocalDate().toString()
                    : origin.toString();
            return new FittedTimeParts.Clock(
                    unit.label() + "_since_" + written, ChronoUnit.MICROS.between(Instant.EPOCH, origin), unit);
        }
    }

    /** What time gone by is counted in. */
    public enum Unit {
        SECONDS(1_000_000),
        MINUTES(60_000_000),
        HOURS(3_600_000_000L),
        DAYS(TimePart.MICROS_A_DAY);

        private final long micros;

        Unit(long micros) {
            this.micros = micros;
        }

        long micros() {
            return micros;
        }

        /** The word people write: lower case. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TimeParts {
        columns = columns.stream().distinct().toList();
        parts = parts.stream().distinct().toList();
        since = since.stream().distinct().toList();
    }

    @Override
    public ByColumn<Nothing> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Nothing> of(Batch batch) {
        var states = new TreeMap<String, Nothing>();
        chosen(batch.table(), columns).forEach(column -> states.put(column.name(), new Nothing()));
        return new ByColumn<>(states);
    }

    /** The columns that were named, which must be times, or every time when none was. */
    static List<Column> chosen(Table table, List<String> named) {
        var chosen = Chosen.of(table, named, column -> column.type() == ColumnType.TIMESTAMP);
        for (var column : chosen) {
            if (column.type() != ColumnType.TIMESTAMP) {
                throw SlipwayException.usage(
                        "TRANSFORM-NOT-A-TIME",
                        "the column is %s and has no parts of a time"
                                .formatted(column.type().label()),
                        "column '" + column.name() + "'",
                        "name timestamps only, or derive one first: - derive: {%s: CAST(%s AS timestamp)}"
                                .formatted(column.name(), column.name()));
            }
        }
        return chosen;
    }

    @Override
    public FittedTransformer finish(ByColumn<Nothing> state) {
        var clocks = since.stream().map(Since::clock).toList();
        return new FittedTimeParts(
                Expansion.distinct(
                        "time",
                        state.columns().keySet().stream()
                                .map(column -> new FittedTimeParts.Parts(column, parts, clocks))
                                .toList()),
                keep);
    }
}
