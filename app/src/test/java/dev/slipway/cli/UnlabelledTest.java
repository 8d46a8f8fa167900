package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project without a target, from its data to answers. */
@Tag("slow")
class UnlabelledTest {
    @TempDir
    private Path folder;

    private Desk desk;

    /** Short and long birds of two islands. */
    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        var random = new SplittableRandom(7);
        var text = new StringBuilder("bill,mass,island\n");
        for (int row = 0; row < 90; row++) {
            boolean large = row % 3 == 0;
            text.append(String.format(
                    Locale.ROOT,
                    "%.1f,%s,%s%n",
                    (large ? 48 : 38) + 4 * random.nextDouble(),
                    row == 5 ? "" : Integer.toString((large ? 5000 : 3500) + random.nextInt(600)),
                    large ? "Biscoe" : "Dream"));
        }
        desk.file("birds.csv", text.toString().replace("\r\n", "\n"));
        desk.slipway("contract", "infer", "birds.csv", "--out", "contract.yaml");
        desk.file("slipway.yaml", """
                name: birds
                data: {train: birds.csv}
                features:
                  - onehot: {columns: [island]}
                candidates:
                  - kmeans: {k: 2..4}
                  - isolation: {trees: 50}
                train: {budget: 20s}
                gates: [silhouette >= 0.5, size <= 20MB]
                """);
    }

    @Test
    void it_trains_compares_and_answers_with_the_cluster() throws IOException {
        var trained = desk.slipway("train");

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("kmeans").contains("silhouette");
        assertThat(desk.slipway("compare").out()).contains("kmeans").contains("isolation");

        desk.file("asked.csv", "bill,mass,island\n39.0,3700,Dream\n49.0,5200,Biscoe\n");
        var released = desk.slipway("release");
        var answered = desk.slipway("predict", "asked.csv");

        assertThat(released.code()).as(released.err() + released.out()).isZero();
        assertThat(answered.code()).as(answered.err()).isZero();
        assertThat(answered.out()).isEqualTo("row,prediction,probability\n1,1,0.0\n2,2,1.0\n");
    }

    @Test
    void it_is_explained_in_the_units_of_the_data() {
        desk.slipway("train");

        var clusters = desk.slipway("explain");

        assertThat(clusters.code()).as(clusters.err()).isZero();
        assertThat(clusters.out())
                .contains("The clusters of these rows (silhouette 0.8")
                .contains("1: 60 rows, 67 %")
                .contains("2: 30 rows, 33 %")
                .contains("island is 'Biscoe' in 100 % of its rows, in 0 % of the others")
                .contains("bill is ");

        desk.slipway("train", "--only", "isolation");
        var strange = desk.slipway("explain");

        assertThat(strange.code()).as(strange.err()).isZero();
        assertThat(strange.out()).contains("The strangest of these rows").contains("birds.csv, row ");
        assertThat(desk.slipway("explain", "--json").out()).contains("\"strangest\"");
    }

    @Test
    void strange_rows_alone_can_be_looked_for() throws IOException {
        desk.file("slipway.yaml", desk.text("slipway.yaml").replaceAll("(?m)^  - kmeans.*\\R", ""));

        var trained = desk.slipway("train");

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("isolation");
    }

    @Test
    void what_learns_from_answers_is_refused_by_name() throws IOException {
        desk.file("slipway.yaml", desk.text("slipway.yaml").replace("isolation: {trees: 50}", "logistic: {}"));

        var trained = desk.slipway("train");

        assertThat(trained.code()).isEqualTo(2);
        assertThat(trained.err())
                .contains("candidate 'logistic' learns from answers, and no target is named")
                .contains("name a column under data.target");
    }

    @Test
    void nothing_said_means_clusters_and_strange_rows() throws IOException {
        desk.file("slipway.yaml", desk.text("slipway.yaml").replaceAll("(?s)candidates:.*train:", "train:"));

        var trained = desk.slipway("train");

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("kmeans").contains("isolation");
    }
}
