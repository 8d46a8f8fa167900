package dev.slipway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterCostTest {
    private static Trial trial(Rung rung, double seconds, Map<String, String> parameters) {
        return new Trial(
                1,
                new Tried("trees", 1, new TreeMap<>(parameters), Cut.NONE),
                rung,
                Cut.NONE,
                new Trial.Spent(seconds, seconds),
                Optional.of(new Evaluation(List.of(), 10, 2)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void time_that_grows_with_a_parameter_is_its_cost_and_words_have_none() {
        var trials = IntStream.rangeClosed(1, 9)
                .mapToObj(trees -> trial(
                        Rung.top(5),
                        trees,
                        Map.of(
                                "trees",
                                Integer.toString(100 * trees),
                                "rate",
                                Double.toString(trees % 2),
                                "columns",
                                "usual",
                                "same",
                                "1")))
                .toList();

        var costs = ParameterCost.of(trials);

        assertThat(costs).extracting(ParameterCost::parameter).containsExactly("rate", "trees");
        assertThat(costs.get(1).rank()).isCloseTo(1, within(1e-12));
        // 7, 8 and 9 seconds over 1, 2 and 3.
        assertThat(costs.get(1).ratio()).isCloseTo(4, within(1e-12));
        assertThat(costs.get(1).trials()).isEqualTo(9);
        assertThat(costs.get(0).rank()).isCloseTo(0, within(1e-12));
    }

    @Test
    void more_data_is_not_taken_for_more_of_the_parameter() {
        var low = new Rung(1, 0.25, 2);
        var trials = List.of(
                trial(low, 1, Map.of("trees", "1")),
                trial(low, 1, Map.of("trees", "2")),
                trial(low, 1, Map.of("trees", "3")),
                trial(Rung.top(5), 20, Map.of("trees", "4")),
                trial(Rung.top(5), 20, Map.of("trees", "5")),
                trial(Rung.top(5), 20, Map.of("trees", "6")));

        assertThat(ParameterCost.of(trials).get(0).ratio()).isEqualTo(1);
    }

    @Test
    void of_few_trials_nothing_is_told() {
        assertThat(ParameterCost.of(List.of(
                        trial(Rung.top(5), 1, Map.of("trees", "1")), trial(Rung.top(5), 2, Map.of("trees", "2")))))
                .isEmpty();
    }
}
