package dev.slipway.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 40, 255, 1000})
    void powers_up_to_the_degree_are_integrated_to_rounding(int degree) {
        var rule = new Quadrature.Rules().ofDegree(degree);

        for (int power = 0; power <= degree; power++) {
            double sum = 0;
            for (int point = 0; point < rule.size(); point++) {
                sum += rule.weight(point) * StrictMath.pow(rule.point(point), power);
            }
            assertThat(sum).isCloseTo(1.0 / (power + 1), within(1e-13));
        }
    }

    @Test
    void a_path_too_long_is_refused_before_any_work() {
        assertThatThrownBy(() -> new Quadrature.Rules().ofDegree(1_001))
                .hasMessageContaining("asks about 1,002 columns");
    }
}
