package dev.slipway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.model.IsolationModel;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsolationForestTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);

    private static IsolationForest forest(int threads) {
        return new IsolationForest(100, IsolationForest.USUAL_SAMPLE, 7, threads, NEVER);
    }

    /** Five hundred points in a square, and one far outside. */
    private static Table crowd() {
        double[] left = new SplittableRandom(1).doubles(501).toArray();
        double[] up = new SplittableRandom(2).doubles(501).toArray();
        left[500] = 4;
        up[500] = -3;
        return Table.of(NumberColumn.of("left", left), NumberColumn.of("up", up));
    }

    @Test
    void the_row_far_outside_is_the_strangest() {
        double[] strangeness =
                forest(1).fit(Training.unlabelled(crowd())).predict(crowd()).numbers();

        for (int row = 0; row < 500; row++) {
            assertThat(strangeness[row]).isBetween(0.3, 0.75).isLessThan(strangeness[500]);
        }
        assertThat(strangeness[500]).isGreaterThan(0.75);
    }

    @Test
    void any_number_of_threads_grows_the_same_forest() {
        var training = Training.unlabelled(crowd());

        assertThat(forest(3).fit(training).trees().file())
                .isEqualTo(forest(1).fit(training).trees().file());
    }

    @Test
    void it_answers_with_a_quantity_of_its_own() {
        var fitted = new Pipeline(List.of(), forest(1)).fit(Training.unlabelled(crowd()));

        assertThat(fitted.target()).isEqualTo(new Target.Quantity(IsolationModel.COLUMN));
    }

    @Test
    void the_mean_depth_is_that_of_a_random_binary_tree() {
        assertThat(IsolationModel.meanDepth(1)).isZero();
        assertThat(IsolationModel.meanDepth(2)).isEqualTo(1);
        // 2 (H(255) - 255/256), H the sum of 1/i.
        assertThat(IsolationModel.meanDepth(256)).isCloseTo(10.2448, within(1e-3));
    }

    @Test
    void missing_values_are_not_strange_by_themselves_and_constant_columns_ask_nothing() {
        var left = NumberColumn.of(
                "left",
                Missing.where(300, row -> row == 7),
                new SplittableRandom(4).doubles(300).toArray());
        var table = Table.of(left, NumberColumn.of("same", new double[300]));

        double[] strangeness =
                forest(1).fit(Training.unlabelled(table)).predict(table).numbers();

        assertThat(strangeness[7]).isLessThan(0.6);
    }

    @Test
    void infinities_are_the_strangest_and_stop_nothing() {
        double[] numbers = new SplittableRandom(6).doubles(100).toArray();
        numbers[3] = Double.POSITIVE_INFINITY;
        numbers[4] = -1e308;
        var table = Table.of(NumberColumn.of("left", numbers));

        double[] strangeness =
                forest(1).fit(Training.unlabelled(table)).predict(table).numbers();

        assertThat(strangeness[3]).isGreaterThan(0.7);
        assertThat(strangeness[4]).isGreaterThan(0.7);
    }

    @Test
    void what_cannot_be_strange_is_a_problem() {
        var alone = Training.unlabelled(Table.of(NumberColumn.of("left", 1)));

        assertThatThrownBy(() -> forest(1).fit(alone)).hasMessageContaining("a row is strange among others");
        assertThatThrownBy(() -> new IsolationForest(0, 256, 7, 1, NEVER)).hasMessageContaining("0 trees of 256 rows");
        assertThatThrownBy(() -> new IsolationForest(10, 256, 7, 2, new Deadline(InstantSource.system(), Instant.MIN))
                        .fit(Training.unlabelled(crowd())))
                .isInstanceOf(BudgetOver.class);
    }
}
