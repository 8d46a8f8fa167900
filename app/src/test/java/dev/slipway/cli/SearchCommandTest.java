package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a search: cuts, costs, the curve, and what a small budget left out. */
class SearchCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        desk.project(400);
    }

    private void effort(String train) throws IOException {
        desk.file(
                "slipway.yaml",
                desk.text("slipway.yaml").replace("train: {metric: roc_auc, budget: 20s, trials: 0}", train));
    }

    @Test
    void the_price_is_told_before_and_after_and_a_curve_says_whether_more_rows_would_pay() throws IOException {
        effort("price: {cpu_hour: 0.05, unit: EUR}\ntrain: {metric: roc_auc, budget: 20s, trials: 0}");

        var seen = desk.slipway("train", "--curve", "--threads", "2");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.err())
                .contains("searching for at most 20 s on 2 threads, at most 0.00056 EUR", "forecast: no more trials")
                .contains("the search is over; fitting on all rows: baseline, rule, logistic");
        assertThat(seen.out())
                .contains("more rows would ", "each doubling makes roc_auc better by ")
                .contains("bill: ", " CPU seconds, ", " EUR")
                .containsPattern("  32 +0\\.\\d{4} ±")
                .containsPattern(" 320 +0\\.\\d{4} ±");
    }

    @Test
    void fewer_rows_or_columns_are_tried_like_any_other_parameter_and_recorded() throws IOException {
        effort(
                "train: {metric: roc_auc, budget: 20s, trials: 6, cuts: {rows: [50, all], features: [all, [age], [cabin]]}}");

        var seen = desk.slipway("train", "--only", "logistic");

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.err()).contains("logistic [50 rows]", "age]", "cabin]");
        assertThat(desk.slipway(
                                "rerun",
                                run(desk.slipway("runs", "--limit", "2").out()))
                        .code())
                .isZero();
    }

    /** The first id in a list of runs. */
    private static String run(String runs) {
        return runs.lines()
                .flatMap(line -> line.strip().lines())
                .filter(line -> line.matches(".*\\b[0-9a-f]{8}\\b.*"))
                .map(line -> line.replaceAll(".*?\\b([0-9a-f]{8})\\b.*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_cut_by_what_is_not_there_is_refused_before_anything_is_tried() throws IOException {
        effort("train: {metric: roc_auc, budget: 20s, trials: 6, cuts: {features: [[agee], all]}}");
        var column = desk.slipway("train");
        effort("train: {metric: roc_auc, budget: 20s, trials: 6, cuts: {features: [[agee], all]}}");
        desk.file(
                "slipway.yaml",
                desk.text("slipway.yaml").replace("features: [[agee], all]", "time: age, window: [90d]"));
        var time = desk.slipway("train");

        assertThat(column.code()).isNotZero();
        assertThat(column.err()).contains("'agee'", "'age'").doesNotContain("trial 1");
        assertThat(time.code()).isEqualTo(2);
        assertThat(time.err()).contains("CUT-NOT-A-TIME", "column 'age'").doesNotContain("trial 1");
    }

    @Test
    void wrong_words_for_cuts_and_prices_are_named_with_their_lines() throws IOException {
        effort("price: {cpu_hour: -1}\ntrain: {cuts: {rows: [1], window: [soon], features: [all]}}");

        var seen = desk.slipway("train");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err())
                .contains("-1 is no price of an hour", "nothing learns from 1 rows", "is no length of a window")
                .contains("key 'time' is missing", "slipway.yaml, line ");
    }
}
