package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.analysis.ClusterPortrait.Middle;
import dev.slipway.model.ClusterModel;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.IsolationModel;
import dev.slipway.model.Predictions;
import dev.slipway.model.Target;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.tree.Forest;
import dev.slipway.tree.TreeBuilder;
import dev.slipway.tree.Trees;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnlabelledPortraitsTest {
    private static final Table BIRDS = Table.of(
            NumberColumn.of("mass", Missing.where(6, row -> row == 5), 3000, 3200, 3400, 5000, 5200, 0),
            CategoryColumn.from(TextColumn.of("island", "Dream", "Dream", "Biscoe", "Biscoe", "Biscoe", "Biscoe")),
            NumberColumn.of("year", 2007, 2007, 2007, 2007, 2007, 2007));

    private static final Predictions HALVES = Predictions.of(2, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1);

    @Test
    void a_cluster_is_described_in_the_units_of_the_data() {
        var portraits = ClusterPortrait.of(BIRDS, HALVES, List.of("1", "2"));

        var first = portraits.get(0);
        assertThat(first.rows()).isEqualTo(3);
        assertThat(first.share()).isEqualTo(0.5);
        assertThat(first.middle())
                .containsExactly(new Middle("mass", "3200"), new Middle("island", "Dream"), new Middle("year", "2007"));
        assertThat(first.traits())
                .extracting(ClusterPortrait.Trait::sentence)
                .containsExactly(
                        "mass is 3200 on average, 5100 in the other rows (2.0 standard deviations less)",
                        "island is 'Biscoe' in 33 % of its rows, in 100 % of the others");
    }

    @Test
    void a_cluster_without_rows_has_no_middle_and_no_traits() {
        var none = ClusterPortrait.of(BIRDS, Predictions.of(2, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0), List.of("1", "2"))
                .get(1);

        assertThat(none.rows()).isZero();
        assertThat(none.middle()).extracting(Middle::value).containsOnly("");
        assertThat(none.traits()).isEmpty();
    }

    @Test
    void points_lie_along_what_varies_most() {
        var table = Table.of(
                NumberColumn.of("left", 0, 1, 2, 3),
                NumberColumn.of("up", 0, 0.1, 0, 0.1),
                BooleanColumn.of("yes", false, false, true, true));

        var points = ClusterPoint.of(table, Predictions.of(2, 1, 0, 1, 0, 0, 1, 0, 1), 10);

        assertThat(points).extracting(ClusterPoint::cluster).containsExactly(0, 0, 1, 1);
        assertThat(points.get(3).across() - points.get(0).across()).isCloseTo(3.15, within(0.1));
        assertThat(ClusterPoint.of(table, Predictions.of(2, 1, 0, 1, 0, 0, 1, 0, 1), 2))
                .hasSize(2);
        assertThat(ClusterPoint.of(table.select(List.of("left")), HALVES, 10)).isEmpty();
    }

    @Test
    void the_strangest_rows_say_what_is_rare_about_them() {
        double[] mass = IntStream.range(0, 100)
                .mapToDouble(row -> row == 7 ? 9000 : 3000 + row)
                .toArray();
        String[] island = IntStream.range(0, 100)
                .mapToObj(row -> row == 8 ? "Torgersen" : "Dream")
                .toArray(String[]::new);
        var table = Table.of(NumberColumn.of("mass", mass), CategoryColumn.from(TextColumn.of("island", island)));
        double[] strangeness = IntStream.range(0, 100)
                .mapToDouble(row -> row == 7 ? 0.9 : row == 8 ? 0.8 : 0.4)
                .toArray();

        var rows = StrangestRow.of(table, Predictions.ofNumbers(strangeness), 3);

        assertThat(rows).extracting(StrangestRow::row).containsExactly(7, 8, 0);
        assertThat(rows.get(0).reasons()).containsExactly("mass is 9000, 9.9 standard deviations above the mean");
        assertThat(rows.get(1).reasons()).containsExactly("island is 'Torgersen', as in 1 of 100 rows");
        assertThat(rows.get(2).reasons()).isEmpty();
        assertThat(rows.get(0).where()).contains("8");
    }

    @Test
    void a_fitted_pipeline_is_described_by_what_its_model_answers() {
        var columns = List.of("left", "up");
        var table = Table.of(NumberColumn.of("left", 0, 0.5, 9, 9.5, 9.2), NumberColumn.of("up", 0, 1, 0, 1, 0));
        var clusters = new ClusterModel(columns, List.of(List.of(9.0, 0.5), List.of(0.0, 0.5)));
        var leaf = new TreeBuilder(0, 1);
        leaf.leaf(5, 3);
        var strange = new IsolationModel(columns, Forest.of(2, Trees.Answer.NUMBER, List.of(leaf.build())), 5);
        var grouped = new FittedPipeline(List.of(), clusters, clusters.answers(new Target.Unlabelled()));
        var found = new FittedPipeline(List.of(), strange, strange.answers(new Target.Unlabelled()));

        var report = Clusters.of(table, grouped).orElseThrow();

        assertThat(report.portraits()).extracting(ClusterPortrait::rows).containsExactly(3, 2);
        assertThat(report.points()).extracting(ClusterPoint::cluster).containsExactly(1, 1, 0, 0, 0);
        assertThat(report.silhouette().orElseThrow()).isGreaterThan(0.8);
        assertThat(Clusters.of(table, found)).isEmpty();
        assertThat(StrangestRow.of(table, found, 2)).hasSize(2);
        assertThat(StrangestRow.of(table, grouped, 2)).isEmpty();
    }
}
