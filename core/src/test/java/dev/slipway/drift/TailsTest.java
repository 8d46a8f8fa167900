package dev.slipway.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailsTest {
    /** From scipy.stats.chi2.sf. */
    @ParameterizedTest
    @CsvSource({
        "3.841458820694124, 1, 0.04999999999999989",
        "0.1, 3, 0.9918374237318764",
        "50, 7, 1.4444852779215397e-08",
        "1176.1496956813207, 7, 1.0143573387178926e-249",
        "700, 680, 0.2894016610111645"
    })
    void chi_square_is_that_of_scipy(double x, int degrees, double p) {
        assertThat(Tails.chiSquare(x, degrees)).isCloseTo(p, within(1e-6 * p));
    }

    @Test
    void no_distance_is_certain_and_a_large_one_impossible() {
        assertThat(Tails.kolmogorov(0, 1000, 1000)).isEqualTo(1);
        assertThat(Tails.kolmogorov(1, 1000, 1000)).isLessThan(1e-100);
        assertThat(Tails.kolmogorov(0.0430, 2000, 2000)).isCloseTo(0.05, within(0.005));
    }
}
