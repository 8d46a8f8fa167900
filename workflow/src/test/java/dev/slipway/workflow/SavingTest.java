package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.explain.Importance;
import dev.slipway.metric.BinaryMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavingTest {
    private static Saving saving(Optional<Double> computing, double sources) {
        return new Saving(
                List.of("deck", "port", "alone"),
                new Importance("deck and port and alone", 0.0008, -0.0008, 0.0024),
                0.38,
                computing,
                sources);
    }

    @Test
    void it_ends_in_a_sentence_with_what_is_gained_and_lost() {
        assertThat(saving(Optional.empty(), 0).sentence(BinaryMetric.ROC_AUC, 0.8, "EUR"))
                .isEqualTo("drop these 3: deck, port, alone: -38 % latency, -0.10 % roc_auc"
                        + " (95 % from -0.30 % to +0.10 %)");
    }

    @Test
    void of_a_metric_that_should_be_low_more_is_lost() {
        assertThat(saving(Optional.empty(), 0).sentence(BinaryMetric.LOG_LOSS, 0.8, "EUR"))
                .contains("+0.10 % log_loss (95 % from -0.10 % to +0.30 %)");
    }

    @Test
    void money_is_told_where_something_has_a_price() {
        assertThat(saving(Optional.of(0.5), 2.0).sentence(BinaryMetric.ROC_AUC, 0.8, "EUR"))
                .endsWith(", -2.5 EUR per 1,000 answers");
        assertThat(saving(Optional.empty(), 2.0).sentence(BinaryMetric.ROC_AUC, 0.8, ""))
                .endsWith(", -2.0 per 1,000 answers");
    }
}
