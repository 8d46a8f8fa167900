package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CostCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        desk.project(400);
    }

    /** The project, with this at its end. */
    private void say(String more) throws IOException {
        desk.file("slipway.yaml", desk.text("slipway.yaml") + more);
    }

    @Test
    void each_column_is_left_out_and_what_adds_nothing_can_go() throws IOException {
        say("price: {cpu_hour: 0.05, unit: EUR}\nsources: {price: 0.002}\n");
        desk.slipway("train", "--only", "logistic");

        var seen = desk.slipway("cost");

        assertThat(seen.err()).isEmpty();
        assertThat(seen.code()).isZero();
        assertThat(seen.out())
                .containsPattern("ferry version 1 \\(run [0-9a-f]{8}\\): logistic, [0-9.]+ microseconds an answer")
                .contains("roc_auc 0.", "over 5 folds")
                .containsPattern("column +µs +bytes +missing +EUR per 1,000 +adds roc_auc +95 % from +to")
                .containsPattern("(?m)^  age +-?[0-9.]+ +[0-9.]+ +[1-9][0-9.]*% +\\+0\\.[0-9]{4}")
                .containsPattern("(?m)^  cabin +-?[0-9.]+ +1[0-9.]+ +0\\.0% +\\+0\\.[0-9]{4}")
                .containsPattern("(?m)^  price +-?[0-9.]+ +[0-9.]+ +0\\.0% +2\\.0000")
                .containsPattern("drop this one: price: [-+]?[0-9]+ % latency, [-+]?[0-9.]+ % roc_auc \\(95 % from ")
                .contains("-2.0 EUR per 1,000 answers")
                .doesNotContain("not measured");
        assertThat(seen.out().lines()).allMatch(line -> line.length() <= 140);
    }

    @Test
    void two_columns_that_say_the_same_do_not_go_together() throws IOException {
        desk.file(
                "bookings.csv",
                desk.text("bookings.csv")
                        .replaceFirst("price,bought", "price,berth,bought")
                        .replaceAll("(?m)^(.*,inside,[^,]*),(yes|no)$", "$1,bed,$2")
                        .replaceAll("(?m)^(.*,none,[^,]*),(yes|no)$", "$1,seat,$2"));
        desk.slipway("contract", "infer", "bookings.csv", "--target", "bought", "--out", "contract.yaml", "--force");
        desk.file(
                "slipway.yaml",
                desk.text("slipway.yaml").replace("[cabin]}", "[cabin, berth]}\n  - scale: {columns: [price]}"));
        assertThat(desk.slipway("train", "--only", "logistic").err()).doesNotContain("fix:");

        var seen = desk.slipway("cost", "--json");

        assertThat(seen.code()).as(seen.err()).isZero();
        var report = Document.json("cost", seen.out().getBytes(StandardCharsets.UTF_8))
                .root()
                .mapping();
        var gone = report.mapping("saving").texts("columns");
        assertThat(gone).contains("price").containsAnyOf("cabin", "berth").hasSize(2);
        assertThat(report.list("unmeasured")).isEmpty();
        assertThat(report.text("sentence")).startsWith("drop these 2: ");
    }

    @Test
    void what_was_not_measured_in_time_is_said_and_nothing_is_claimed() {
        desk.slipway("train", "--only", "logistic");

        var seen = desk.slipway("cost", "--budget", "0s");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out())
                .contains("not measured: age: no time was left", "not measured: cabin: ", "not measured: price: ")
                .contains("keep them")
                .doesNotContain("drop");
    }

    @Test
    void the_only_column_cannot_be_left_out() throws IOException {
        desk.file(
                "slipway.yaml",
                desk.text("slipway.yaml")
                        .replace("features:", "features:\n  - select: [cabin]")
                        .replace("  - impute: {columns: [age], with: median, indicate: true}\n", ""));
        desk.slipway("train", "--only", "logistic");

        var seen = desk.slipway("cost");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out()).contains("not measured: cabin: nothing else would be left", "keep them");
    }

    @Test
    void what_has_no_price_of_columns_is_a_problem() throws IOException {
        var early = desk.slipway("cost");
        desk.slipway("train");

        assertThat(early.code()).isEqualTo(3);
        assertThat(early.err()).contains("MODEL-NONE", "slipway train");
        assertThat(desk.slipway("cost", "--budget", "soon").err()).contains("COST-BUDGET", "60s or 5m");
        assertThat(desk.slipway("cost", "7").err()).contains("has no version 7");
        desk.slipway("train", "--only", "rule");
        assertThat(desk.slipway("cost").err()).contains("COST-NOTHING-LEARNED", "'rule' is a rule", "slipway compare");
        desk.slipway("train", "--only", "baseline");
        assertThat(desk.slipway("cost").err()).contains("COST-NOTHING-LEARNED", "'baseline' reads no column");
        say("sources: {prise: 0.002}\n");
        assertThat(desk.slipway("cost").err()).contains("COST-NO-COLUMN", "did you mean 'price'?");
        say("price: {cpu_hour: 1}\n");
        desk.file("slipway.yaml", desk.text("slipway.yaml").replace("prise: 0.002", "price: -1"));
        assertThat(desk.slipway("cost").err()).contains("PROJECT-SOURCE-COST", "between 0 and 1000000");
        desk.file(
                "slipway.yaml",
                "name: ferry\ndata: {train: bookings.csv}\ncandidates: [{kmeans: {}}]\ntrain: {budget: 5s}\n");
        assertThat(desk.slipway("cost").err()).contains("COST-UNLABELLED", "data.target");
    }
}
