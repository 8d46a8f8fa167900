package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Deadline;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearEstimatorsTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);
    private static final Target.Quantity PRICE = new Target.Quantity("price");
    private static final Target.Classes KIND = new Target.Classes("kind", List.of("a", "b", "c"));

    private static Table rooms(double... rooms) {
        return Table.of(NumberColumn.of("rooms", rooms));
    }

    @Test
    void a_line_through_points_answers_between_them_and_beyond() {
        var training = Training.ofNumbers(rooms(1, 2, 3, 4), PRICE, 110, 120, 130, 140);

        var fitted = new Pipeline(List.of(), new Linear(new Ridge(0), NEVER)).fit(training);

        assertThat(fitted.predict(rooms(2.5, 10)).numbers()).containsExactly(new double[] {125, 200}, within(1e-9));
    }

    @Test
    void a_missing_number_counts_as_the_median_of_training() {
        var table = Table.of(NumberColumn.of("rooms", Missing.where(1, row -> true), 0));
        var training = Training.ofNumbers(rooms(1, 2, 3, 4, 5), PRICE, 10, 20, 30, 40, 50);

        var fitted = new Pipeline(List.of(), new Linear(new Ridge(0), NEVER)).fit(training);

        assertThat(fitted.predict(table).number(0)).isCloseTo(30, within(1e-9));
    }

    @Test
    void three_classes_get_probabilities_that_sum_to_one() {
        var training = Training.of(rooms(1, 2, 5, 6, 9, 10), KIND, 0, 0, 1, 1, 2, 2);

        var fitted = new Pipeline(List.of(), new Logistic(LogisticRegression.DEFAULTS, NEVER)).fit(training);

        var answers = fitted.predict(rooms(0, 5.5, 11));
        assertThat(answers.label(0)).isZero();
        assertThat(answers.label(1)).isEqualTo(1);
        assertThat(answers.label(2)).isEqualTo(2);
        assertThat(answers.probability(1, 0) + answers.probability(1, 1) + answers.probability(1, 2))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void balanced_classes_move_the_answer_of_a_rare_one_to_one_half() {
        var two = new Target.Classes("kind", List.of("no", "yes"));
        var training = Training.of(rooms(1, 1, 1, 1, 1, 1, 1, 1), two, 0, 0, 0, 0, 0, 0, 0, 1);
        var usual = new Logistic(LogisticRegression.DEFAULTS, NEVER);
        var balanced = new Logistic(LogisticRegression.DEFAULTS, new ClassWeights.Balanced(), NEVER);
        var named = new Logistic(LogisticRegression.DEFAULTS, ClassWeights.named(Map.of("yes", 7.0)), NEVER);

        assertThat(usual.fit(training).predict(rooms(1)).probability(0, 1)).isCloseTo(0.125, within(1e-6));
        assertThat(balanced.fit(training).predict(rooms(1)).probability(0, 1)).isCloseTo(0.5, within(1e-6));
        assertThat(named.fit(training).predict(rooms(1)).probability(0, 1)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void a_class_weight_for_no_class_names_the_nearest() {
        var training = Training.of(rooms(1, 2, 3), KIND, 0, 1, 2);
        var logistic = new Logistic(LogisticRegression.DEFAULTS, ClassWeights.named(Map.of("d", 2.0)), NEVER);

        assertThatThrownBy(() -> logistic.fit(training)).hasMessageContaining("'d' is no class of the target");
    }

    @Test
    void each_place_of_a_vector_has_a_weight() {
        var words = VectorColumn.of(
                "text", List.of("buy", "hello"), new int[] {0, 1, 2, 4, 4}, new int[] {0, 1, 0, 1}, 1, 1, 1, 1);
        var training = Training.ofNumbers(Table.of(words), PRICE, 12, 7, 9, 10);

        var model = new Linear(new Ridge(0), NEVER).fit(training);

        assertThat(model.functions().get(0).weight(0)).isCloseTo(2, within(1e-9));
        assertThat(model.functions().get(0).weight(1)).isCloseTo(-3, within(1e-9));
        assertThat(model.predict(Table.of(words)).number(2)).isCloseTo(9, within(1e-9));
    }

    @Test
    void what_is_asked_of_the_wrong_kind_of_target_is_a_problem() {
        var classes = Training.of(rooms(1, 2, 3), KIND, 0, 1, 2);
        var numbers = Training.ofNumbers(rooms(1, 2), PRICE, 1, Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> new Linear(new Ridge(1), NEVER).fit(classes))
                .hasMessageContaining("TRAIN-NOT-A-QUANTITY")
                .hasMessageContaining("candidate ridge");
        assertThatThrownBy(() -> new Linear(new Ridge(1), NEVER).fit(numbers))
                .hasMessageContaining("the target is Infinity")
                .hasMessageContaining("row 2 of the training data, column 'price'");
        assertThatThrownBy(() -> new Logistic(LogisticRegression.DEFAULTS, NEVER).fit(numbers))
                .hasMessageContaining("TRAIN-NOT-CLASSES");
    }
}
