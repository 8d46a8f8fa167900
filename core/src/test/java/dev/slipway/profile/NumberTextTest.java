package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "--1",
                "1d",
                "1.5f",
                "1L",
                "0x1p3",
                "0x10",
                "0b1",
                "NaN",
                "Infinity",
                "-Infinity",
                "1_000",
                "1,5",
                "١٢",
                "１",
                "−1",
                " 1",
                "1 ",
                "1\u00a0",
                ".5",
                "5.",
                "1e",
                "1e+",
                "1e5.0",
                "e5",
                "1e400",
                "-1e400",
                "1.5.2",
                "1-2",
                "true",
                "1\0"
            })
    void what_java_or_a_spreadsheet_would_take_is_no_number(String text) {
        assertThat(NumberText.isNumber(text)).isFalse();
        assertThat(NumberText.isInteger(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "1",
                "22",
                "007",
                "7.2292",
                "1e5",
                "1E5",
                "1e-5",
                "0.1e+3",
                "1e-400",
                "4.9e-324",
                "1.7976931348623157e308",
                "9007199254740993",
                "123456789012345678901234567890",
                "0.30000000000000004",
                "123456.789012345",
                "1234567890123456.789",
                "0.000000000000001",
                "9.9999999999999995e22"
            })
    void a_number_is_the_nearest_double(String text) {
        assertThat(NumberText.number(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void random_decimals_are_the_nearest_double() {
        var random = new SplittableRandom(1);

        for (int i = 0; i < 200_000; i++) {
            double value = random.nextInt(2) == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(1_000_000) / 1_000.0;
            if (Double.isFinite(value)) {
                String text = i % 2 == 0 ? Double.toString(value) : String.format(Locale.ROOT, "%.6f", value % 1e9);
                assertThat(NumberText.number(text)).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @Test
    void integers_are_exact_to_64_bits() {
        assertThat(NumberText.integer("9007199254740993")).isEqualTo(9007199254740993L);
        assertThat(NumberText.integer("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(NumberText.integer("-9223372036854775807")).isEqualTo(-Long.MAX_VALUE);
        assertThat(NumberText.integer("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(NumberText.integer("-000000000000000000000000012")).isEqualTo(-12);
        assertThat(NumberText.isInteger("-9223372036854775808")).isTrue();
        assertThat(NumberText.isInteger("-0009223372036854775808")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "18446744073709551616",
                "1.0",
                "1e3",
                "99999999999999999999999",
                "-19223372036854775808"
            })
    void what_64_bits_cannot_hold_is_no_integer(String text) {
        assertThat(NumberText.isInteger(text)).isFalse();
        assertThat(NumberText.isNumber(text)).isTrue();
    }

    @Test
    void postcodes_are_padded() {
        assertThat(NumberText.isPadded("00123")).isTrue();
        assertThat(NumberText.isPadded("0")).isFalse();
        assertThat(NumberText.isPadded("0.5")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "True", "tRuE"})
    void true_comes_in_any_case(String text) {
        assertThat(TruthText.isTrue(text)).isTrue();
        assertThat(TruthText.isFalse(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"falſe", "yes", "1", "t", "true ", "", "T\u0012UE"})
    void nothing_else_is_true_or_false(String text) {
        assertThat(TruthText.isTrue(text) || TruthText.isFalse(text)).isFalse();
    }
}
