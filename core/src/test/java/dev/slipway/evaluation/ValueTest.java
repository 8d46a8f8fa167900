package dev.slipway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.Answers;
import dev.slipway.model.Target;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueTest {
    private static final Value OFFER = new Value(new Worth.Outcomes(100, -5, 0, -20), Optional.empty(), "EUR");

    private static Table rows(int count) {
        return Table.of(NumberColumn.of("x", new double[count]));
    }

    /** Probabilities that keep their word. */
    private static Answers honest(int rows, long seed) {
        var random = new SplittableRandom(seed);
        double[] score =
                IntStream.range(0, rows).mapToDouble(row -> random.nextDouble()).toArray();
        int[] truth = IntStream.range(0, rows)
                .map(row -> random.nextDouble() < score[row] ? 1 : 0)
                .toArray();
        return Answers.ofBinary(truth, score);
    }

    @Test
    void with_honest_probabilities_the_threshold_is_where_acting_begins_to_pay() {
        // Acting pays where p * (100 + 20) > (1 - p) * 5: from 0.04 on.
        assertThat(OFFER.best(rows(20_000), honest(20_000, 1))).isCloseTo(0.04, within(0.02));
    }

    @Test
    void four_rows_can_be_reckoned_by_hand() {
        var answers = Answers.ofBinary(new int[] {1, 0, 1, 0}, new double[] {0.9, 0.8, 0.6, 0.1});

        // From 0.6 on: 100 - 5 + 100 + 0; halfway to the next score below.
        assertThat(OFFER.best(rows(4), answers)).isCloseTo(0.35, within(1e-12));
        assertThat(OFFER.at(rows(4), answers, 0.35)).isCloseTo(195 * 250, within(1e-9));
        assertThat(OFFER.at(rows(4), answers, Threshold.NOBODY)).isCloseTo(-40 * 250, within(1e-9));
    }

    @Test
    void where_acting_never_pays_nobody_is_acted_on_and_where_it_always_does_everybody() {
        var answers = honest(200, 3);

        assertThat(new Value(new Worth.Outcomes(-1, -1, 0, 0), Optional.empty(), "").best(rows(200), answers))
                .isGreaterThan(1);
        assertThat(new Value(new Worth.Outcomes(1, 1, 0, 0), Optional.empty(), "").best(rows(200), answers))
                .isZero();
    }

    @Test
    void the_order_of_the_rows_and_equal_scores_do_not_change_the_choice() {
        var answers = Answers.ofBinary(new int[] {1, 0, 0, 1, 0}, new double[] {0.5, 0.5, 0.5, 0.7, 0.2});
        int[] turned = {4, 2, 0, 3, 1};

        assertThat(OFFER.best(rows(5), answers)).isEqualTo(OFFER.best(rows(5), answers.rows(turned)));
        assertThat(OFFER.best(rows(5), answers)).isBetween(0.2, 0.5);
    }

    @Test
    void a_chosen_threshold_is_not_praised_for_what_it_was_chosen_from() {
        // Nothing can be told apart, and acting breaks even: what seems to pay is chance.
        var even = new Value(new Worth.Outcomes(1, -1, 0, 0), Optional.empty(), "EUR");
        double praised = 0;
        double measured = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var answers = Answers.ofBinary(
                    IntStream.range(0, 40).map(row -> random.nextInt(2)).toArray(),
                    IntStream.range(0, 40)
                            .mapToDouble(row -> random.nextDouble())
                            .toArray());
            praised += even.at(rows(40), answers, even.best(rows(40), answers)) / 200;
            measured += even.perThousand(rows(40), answers) / 200;
        }

        assertThat(praised).isGreaterThan(80);
        assertThat(measured).isBetween(-40.0, 20.0);
    }

    @Test
    void a_decision_is_held_against_everybody_nobody_and_one_half() {
        var answers = honest(1_000, 5);

        var decision = OFFER.decide(rows(1_000), answers, OFFER.perThousand(rows(1_000), answers));

        assertThat(decision.chosen()).isTrue();
        assertThat(decision.perThousand()).isGreaterThan(decision.atHalf()).isGreaterThan(decision.nobody());
        assertThat(decision.everybody()).isGreaterThan(decision.atHalf());
    }

    @Test
    void a_value_needs_a_class_to_act_on() {
        assertThatThrownBy(() -> OFFER.require(rows(1), new Target.Quantity("x")))
                .hasMessageContaining("has none");
        assertThatThrownBy(() -> OFFER.require(rows(1), new Target.Classes("x", List.of("a", "b", "c"))))
                .hasMessageContaining("the target has 3");
    }
}
