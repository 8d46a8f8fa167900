package dev.slipway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.model.ClusterModel;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMeansTest {
    private static final Deadline NEVER = new Deadline(InstantSource.system(), Instant.MAX);

    private static KMeans between(int fewest, int most, int threads) {
        return new KMeans(fewest, most, 5, 7, threads, NEVER);
    }

    /** Three heaps of 60, 40 and 20 points around (0, 0), (10, 0) and (0, 10), one after the other. */
    private static Table heaps() {
        var random = new SplittableRandom(3);
        var left = new double[120];
        var up = new double[120];
        for (int row = 0; row < 120; row++) {
            left[row] = random.nextDouble() + (row >= 60 && row < 100 ? 10 : 0);
            up[row] = random.nextDouble() + (row >= 100 ? 10 : 0);
        }
        return Table.of(NumberColumn.of("left", left), NumberColumn.of("up", up));
    }

    @Test
    void the_number_of_clusters_is_found_and_the_largest_is_the_first() {
        var model = between(2, 6, 1).fit(Training.unlabelled(heaps()));

        int[] cluster = model.nearest(heaps());
        assertThat(Arrays.stream(cluster, 0, 60)).containsOnly(0);
        assertThat(Arrays.stream(cluster, 60, 100)).containsOnly(1);
        assertThat(Arrays.stream(cluster, 100, 120)).containsOnly(2);
        assertThat(model.answers(new Target.Unlabelled()).labels()).containsExactly("1", "2", "3");
        assertThat(model.centres().get(1).get(0)).isCloseTo(10.5, within(0.2));
    }

    @Test
    void a_row_belongs_to_its_cluster_with_certainty() {
        var model = between(3, 3, 1).fit(Training.unlabelled(heaps()));

        var answers = model.predict(Table.of(NumberColumn.of("left", 11), NumberColumn.of("up", -1)));

        assertThat(answers.classes()).isEqualTo(3);
        assertThat(answers.probability(0, 1)).isEqualTo(1);
        assertThat(answers.probability(0, 0)).isZero();
        assertThat(model.measured(heaps())).containsKey("silhouette");
        assertThat(model.measured(heaps()).get("silhouette")).isGreaterThan(0.8);
    }

    @Test
    void any_number_of_threads_finds_the_same_clusters() {
        var training = Training.unlabelled(heaps());

        assertThat(between(2, 5, 3).fit(training).centres())
                .isEqualTo(between(2, 5, 1).fit(training).centres());
    }

    @Test
    void a_unit_makes_no_difference_and_a_missing_number_is_a_usual_one() {
        var random = new SplittableRandom(5);
        double[] metres = IntStream.range(0, 80)
                .mapToDouble(row -> random.nextDouble() + (row % 2 == 0 ? 0 : 20))
                .toArray();
        double[] grams = IntStream.range(0, 80)
                .mapToDouble(row -> 1e6 * random.nextDouble())
                .toArray();
        var table = Table.of(
                NumberColumn.of("metres", metres), NumberColumn.of("grams", Missing.where(80, row -> row == 3), grams));

        var fitted = new Pipeline(List.of(), between(2, 2, 1)).fit(Training.unlabelled(table));

        var answers = fitted.predict(table);
        for (int row = 2; row < 80; row++) {
            assertThat(answers.label(row)).isEqualTo(answers.label(row % 2));
        }
        assertThat(fitted.target().column()).isEqualTo(ClusterModel.COLUMN);
    }

    @Test
    void rows_without_weight_draw_no_centre() {
        var table = Table.of(NumberColumn.of("left", 0, 0.1, 5, 5.1, 100));
        var training = Training.unlabelled(table).weighted(1, 1, 1, 1, 0);

        var centres = between(2, 2, 1).fit(training).centres();

        assertThat(centres).allSatisfy(centre -> assertThat(centre.get(0)).isLessThan(6));
    }

    @Test
    void of_thousands_of_rows_the_number_is_chosen_on_a_sample() {
        var random = new SplittableRandom(9);
        double[] numbers = IntStream.range(0, 8_000)
                .mapToDouble(row -> random.nextDouble() + 10 * (row % 4))
                .toArray();

        var model =
                new KMeans(2, 6, 2, 7, 1, NEVER).fit(Training.unlabelled(Table.of(NumberColumn.of("left", numbers))));

        assertThat(model.centres()).hasSize(4);
    }

    @Test
    void what_has_no_clusters_is_a_problem_that_says_why() {
        var same = Training.unlabelled(Table.of(NumberColumn.of("left", 1, 1, 1, 1)));
        var huge = Training.unlabelled(Table.of(NumberColumn.of("left", 1, 2, 1e308)));

        assertThatThrownBy(() -> between(2, 4, 1).fit(same))
                .hasMessageContaining("4 clusters need as many different rows, there is one");
        assertThatThrownBy(() -> between(2, 2, 1).fit(huge))
                .hasMessageContaining("TRAIN-NOT-FINITE")
                .hasMessageContaining("row 3, feature 1");
        assertThatThrownBy(() -> new KMeans(2, 2, 5, 7, 2, new Deadline(InstantSource.system(), Instant.MIN))
                        .fit(Training.unlabelled(heaps())))
                .isInstanceOf(BudgetOver.class);
    }

    @Test
    void a_centre_that_loses_all_its_rows_moves_to_the_farthest() {
        var points = new Points(1, new double[] {0, 0, 0, 1, 1, 9}, new double[] {1, 1, 1, 1, 1, 1});

        for (long seed = 0; seed < 50; seed++) {
            var run = Lloyd.run(points, 3, seed, () -> false);

            assertThat(Arrays.stream(run.cluster()).distinct().count()).isEqualTo(3);
            assertThat(run.inertia()).isZero();
        }
    }
}
