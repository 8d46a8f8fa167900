package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PredictionsTest {
    @Test
    void the_positive_class_is_answered_from_the_threshold_on() {
        var predictions = Predictions.ofPositive(0.2, 0.3, 0.6);

        assertThat(predictions.label(2)).isEqualTo(1);
        assertThat(predictions.label(1)).isZero();
        assertThat(predictions.at(0.3).label(1)).isEqualTo(1);
        assertThat(predictions.at(0.3).label(0)).isZero();
        assertThat(predictions.at(0.3).positive()).isEqualTo(predictions.positive());
    }

    @Test
    void of_more_classes_the_likeliest_is_answered_whatever_the_threshold() {
        assertThat(Predictions.of(3, 0.4, 0.4, 0.2).at(0.1).label(0)).isEqualTo(1);
    }
}
