package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import dev.slipway.testkit.Passengers;
import dev.slipway.testkit.TransformerContract;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePartsTest extends TransformerContract<ByColumn<Nothing>> {
    private static final List<TimeParts.Since> SINCE_2000 =
            List.of(new TimeParts.Since(Instant.parse("2000-01-01T00:00:00Z"), TimeParts.Unit.DAYS));

    @Override
    protected Transformer<ByColumn<Nothing>> step() {
        return new TimeParts(List.of(), List.of(TimePart.values()), SINCE_2000, false);
    }

    private static TimestampColumn times(String... instants) {
        long[] micros = new long[instants.length];
        for (int row = 0; row < micros.length; row++) {
            micros[row] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instants[row]));
        }
        return TimestampColumn.of("t", micros);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59Z, 2024, 1, 2, 9, 29, 60, 4, 0, 23, 59",
        "2021-01-03T00:00:00Z, 2021, 1, 1, 53, 3, 3, 0, 1, 0, 0",
        "1969-12-27T12:30:00Z, 1969, 4, 12, 52, 27, 361, 6, 1, 12, 30",
        "2024-12-31T06:05:04Z, 2024, 4, 12, 1, 31, 366, 2, 0, 6, 5"
    })
    void the_parts_are_those_of_the_calendar_in_utc(
            String instant,
            long year,
            long quarter,
            long month,
            long week,
            long day,
            long dayOfYear,
            long weekday,
            int weekend,
            long hour,
            long minute) {
        var table = Table.of(times(instant));

        var after = new TimeParts(List.of(), List.of(TimePart.values()), List.of(), false)
                .fit(table)
                .apply(table);

        assertThat(after)
                .isEqualTo(Table.of(
                        IntegerColumn.of("t_year", year),
                        IntegerColumn.of("t_quarter", quarter),
                        IntegerColumn.of("t_month", month),
                        IntegerColumn.of("t_week", week),
                        IntegerColumn.of("t_day", day),
                        IntegerColumn.of("t_day_of_year", dayOfYear),
                        IntegerColumn.of("t_weekday", weekday),
                        BooleanColumn.of("t_is_weekend", weekend == 1),
                        IntegerColumn.of("t_hour", hour),
                        IntegerColumn.of("t_minute", minute)));
    }

    @Test
    void a_thousand_instants_have_the_parts_java_gives_them() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 1_000; i++) {
            long micros = random.nextLong(-1L << 55, 1L << 55);
            var time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);

            assertThat(TimePart.WEEK.of(micros)).isEqualTo(time.get(WeekFields.ISO.weekOfWeekBasedYear()));
            assertThat(TimePart.WEEKDAY.of(micros))
                    .isEqualTo(time.getDayOfWeek().getValue() % 7);
            assertThat(TimePart.HOUR.of(micros)).isEqualTo(time.getHour());
            assertThat(TimePart.MINUTE.of(micros)).isEqualTo(time.getMinute());
            assertThat(TimePart.QUARTER.of(micros)).isEqualTo((time.getMonthValue() - 1) / 3 + 1);
        }
    }

    @Test
    void time_gone_by_has_a_fraction_and_is_negative_before() {
        var table = Table.of(times("2000-01-02T12:00:00Z", "1999-12-31T00:00:00Z"));

        var after = new TimeParts(List.of(), List.of(), SINCE_2000, false)
                .fit(table)
                .apply(table);

        assertThat(after).isEqualTo(Table.of(NumberColumn.of("t_days_since_2000-01-01", 1.5, -1)));
    }

    @Test
    void what_is_missing_stays_missing() {
        var none = Table.of(TimestampColumn.of("t", Missing.where(1, row -> true), 0));

        assertThat(step().fit(none).apply(none).columns())
                .hasSize(11)
                .allSatisfy(column -> assertThat(column.isMissing(0)).isTrue());
    }

    @Test
    void times_can_stay_for_a_further_step() {
        var table = Table.of(times("2024-02-29T23:59:59Z"));

        assertThat(new TimeParts(List.of(), List.of(TimePart.HOUR), List.of(), true)
                        .fit(table)
                        .apply(table)
                        .names())
                .containsExactly("t", "t_hour");
    }

    @Test
    void another_type_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> new TimeParts(List.of("age"), List.of(), SINCE_2000, false).fit(Passengers.of(9, 1)))
                .hasMessageContaining("TRANSFORM-NOT-A-TIME")
                .hasMessageContaining("column 'age'")
                .hasMessageContaining("CAST(age AS timestamp)");
    }
}
