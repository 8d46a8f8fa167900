package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.table.TimestampColumn;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01, 1970-01-01T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "2000-02-29, 2000-02-29T00:00:00Z",
        "0001-01-01, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "2024-01-02T03:04, 2024-01-02T03:04:00Z",
        "2024-01-02 03:04:05, 2024-01-02T03:04:05Z",
        "2024-01-02T03:04:05Z, 2024-01-02T03:04:05Z",
        "2024-01-02T03:04:05.5, 2024-01-02T03:04:05.500Z",
        "2024-01-02T03:04:05.123456000, 2024-01-02T03:04:05.123456Z",
        "1969-12-31T23:59:59.999999, 1969-12-31T23:59:59.999999Z",
        "2024-01-02T03:04:05+02:00, 2024-01-02T01:04:05Z",
        "2024-01-02 03:04-05:30, 2024-01-02T08:34:00Z"
    })
    void a_moment_without_an_offset_is_utc(String text, String canonical) {
        var column = TimestampColumn.of("at", TimestampText.micros(text));

        assertThat(column.text(0)).isEqualTo(canonical);
        assertThat(TimestampText.micros(canonical)).isEqualTo(column.at(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "0000-00-00",
                "2024-13-01",
                "2024-00-10",
                "2024-04-31",
                "24-01-01",
                "2024-1-1",
                "2024/01/01",
                "01.02.2024",
                "20240101",
                "2024-01-01T",
                "2024-01-01T24:00",
                "2024-01-01T12",
                "2024-01-01T12:60",
                "2024-01-01T23:59:60Z",
                "2024-01-01T12:00:00+25:00",
                "2024-01-01T12:00:00+18:01",
                "2024-01-01T12:00:00+02",
                "2024-01-01T12:00:00 Z",
                "2024-01-01Z",
                "2024-01-01x",
                "2024-01-01t12:00",
                "2024-01-01T12:00:00.",
                "2024-01-01T12:00:00.1234567",
                "2024-01-01T12:00:0",
                " 2024-01-01",
                "２０２４-01-01",
                "-2024-01-01",
                "2024-01-01T12:00:",
                "2024-01-01T12:00Zx"
            })
    void impossible_or_loose_dates_are_refused(String text) {
        assertThat(TimestampText.micros(text)).isEqualTo(TimestampText.NONE);
    }

    @Test
    void every_day_of_four_centuries_is_one_day_after_the_last() {
        var day = LocalDate.of(1800, 1, 1);

        for (int i = 0; i < 400 * 365; i++) {
            assertThat(TimestampText.micros(day.plusDays(i).toString()))
                    .isEqualTo(day.plusDays(i).toEpochDay() * 86_400_000_000L);
        }
    }
}
