package dev.slipway.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.statistic.Figure;
import dev.slipway.table.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0
            -0.0      | 0
            12        | 12
            1234567   | 1,234,567
            0.42      | 0.42
            14.4542   | 14.45
            512.3292  | 512.3
            12345.678 | 12,346
            0.000123  | 0.000123
            1.5e-7    | 1.50e-07
            1e300     | 1.00e+300
            """)
    void a_number_has_the_digits_that_people_read(double number, String text) {
        assertThat(Figures.number(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "1, 100%", "0.00001, <0.1%", "0.99999, >99.9%", "0.0123, 1.2%", "0.4567, 46%", "0.953, 95.3%"})
    void nothing_and_all_are_said_only_of_nothing_and_all(double share, String text) {
        assertThat(Figures.share(share)).isEqualTo(text);
    }

    @Test
    void an_estimate_says_so() {
        assertThat(Figures.count(Figure.within(12_345.4, 10))).isEqualTo("≈12,345");
        assertThat(Figures.count(Figure.exact(12_345))).isEqualTo("12,345");
    }

    @Test
    void moments_are_as_short_as_they_can_be() {
        assertThat(Figures.value(ColumnType.TIMESTAMP, 1_199_318_400e6)).isEqualTo("2008-01-03");
        assertThat(Figures.value(ColumnType.TIMESTAMP, 1_199_318_460e6)).isEqualTo("2008-01-03 00:01");
        assertThat(Figures.duration(3_600_000_000L * 30)).isEqualTo("30 h");
    }
}
