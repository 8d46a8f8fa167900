package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SilhouetteTest {
    private static OptionalDouble of(double[] points, int... cluster) {
        return Silhouette.of(
                points.length,
                (row, other) -> (points[row] - points[other]) * (points[row] - points[other]),
                row -> cluster[row]);
    }

    @Test
    void it_is_the_mean_of_what_is_nearer_than_the_next_cluster() {
        // For 0: own 1, other (9 + 10) / 2; for 1: own 1, other 8.5; for 9 and 10 the same the other way round.
        double expected = (8.5 / 9.5 + 7.5 / 8.5 + 7.5 / 8.5 + 8.5 / 9.5) / 4;

        assertThat(of(new double[] {0, 1, 9, 10}, 0, 0, 1, 1)).hasValueCloseTo(expected, within(1e-15));
    }

    @Test
    void a_row_alone_in_its_cluster_counts_nothing() {
        // For 0: own 1, other 8; for 1: own 1, other 7.
        assertThat(of(new double[] {0, 1, 8}, 0, 0, 1)).hasValueCloseTo((7 / 8.0 + 6 / 7.0) / 3, within(1e-15));
    }

    @Test
    void rows_that_are_the_same_lie_neither_well_nor_badly() {
        assertThat(of(new double[] {2, 2, 2, 2}, 0, 1, 0, 1)).hasValue(0);
    }

    @Test
    void one_cluster_has_none() {
        assertThat(of(new double[] {0, 1, 2}, 1, 1, 1)).isEmpty();
        assertThat(of(new double[] {})).isEmpty();
    }

    @Test
    void of_many_rows_the_same_sample_is_asked() {
        var points = new double[5_000];
        var cluster = new int[5_000];
        for (int row = 0; row < points.length; row++) {
            points[row] = row % 2 * 10 + row / 5_000.0;
            cluster[row] = row % 2;
        }

        var silhouette = of(points, cluster);

        assertThat(silhouette.orElseThrow()).isGreaterThan(0.9);
        assertThat(of(points, cluster)).isEqualTo(silhouette);
    }
}
