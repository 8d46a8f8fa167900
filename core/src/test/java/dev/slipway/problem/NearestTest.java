package dev.slipway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("logistic", "baseline", "xgboost", "rule");

    @ParameterizedTest
    @CsvSource({"logisitc, logistic", "XGBOOST, xgboost", "rul, rule", "ruel, rule", "basline, baseline"})
    void a_mistyped_name_has_the_one_that_was_meant(String given, String meant) {
        assertThat(Nearest.to(given, KNOWN)).contains(meant);
    }

    @Test
    void something_else_altogether_has_none() {
        assertThat(Nearest.to("forest", KNOWN)).isEmpty();
        assertThat(Nearest.hint("forest", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(1_000_000), List.of("x".repeat(1_000_001))))
                .isEmpty();
    }

    @Test
    void of_two_equally_near_the_first_in_order_is_named() {
        assertThat(Nearest.hint("rue", List.of("rune", "rule"))).isEqualTo("; did you mean 'rule'?");
    }
}
