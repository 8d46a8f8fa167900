package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LinearFunctionTest {
    private static final LinearFunction LINE = new LinearFunction(0.1, new double[] {2, -1.0 / 3});

    @Test
    void the_margin_is_the_intercept_plus_the_weighted_sum_of_one_row() {
        double[] twoRows = {9, 9, 1, 3};

        assertThat(LINE.margin(twoRows, 2)).isEqualTo(0.1 + 2 * 1 + -1.0 / 3 * 3);
    }

    @Test
    void probabilities_stay_inside_zero_and_one_without_overflow() {
        var steep = new LinearFunction(0, new double[] {1});

        assertThat(steep.probability(new double[] {0}, 0)).isEqualTo(0.5);
        assertThat(steep.probability(new double[] {-1e4}, 0)).isZero();
        assertThat(steep.probability(new double[] {1e4}, 0)).isEqualTo(1);
        assertThat(steep.probability(new double[] {-700}, 0)).isPositive();
    }

    @Test
    void what_is_written_reads_back_to_the_same_bits() {
        String json = JsonMapper.shared().writeValueAsString(LINE.json());
        LinearFunction read = LinearFunction.fromJson(JsonMapper.shared().readTree(json));

        assertThat(read.intercept()).isEqualTo(LINE.intercept());
        assertThat(read.weight(0)).isEqualTo(LINE.weight(0));
        assertThat(read.weight(1)).isEqualTo(LINE.weight(1));
        assertThat(read.features()).isEqualTo(2);
    }

    @Test
    void a_file_with_a_missing_or_foreign_value_is_refused() {
        assertThatThrownBy(() -> LinearFunction.fromJson(JsonMapper.shared().readTree("{\"weights\":[1,\"x\"]}")))
                .hasMessageContaining("MODEL-DAMAGED")
                .hasMessageContaining("weights[1]");
        assertThatThrownBy(() -> LinearFunction.fromJson(JsonMapper.shared().readTree("{\"weights\":[1]}")))
                .hasMessageContaining("'intercept' is missing");
    }
}
