package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTest {
    private static final Pattern RUN = Pattern.compile("\"id\" : \"([0-9a-f]{32})\"");

    private static final String PROJECT = """
            name: ferry
            data: {train: bookings.csv, target: bought, positive: "yes"}
            features:
              - impute: {columns: [age], with: median, indicate: true}
              - onehot: {columns: [cabin]}
            candidates:
              - baseline: majority
              - logistic: {c: 0.01..10}
              - xgboost: {trees: 5..20, depth: 2..4}
            train: {metric: roc_auc, budget: 60s, trials: 3}
            """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_project() throws IOException {
        desk = new Desk(folder);
        desk.project(300);
        desk.file("slipway.yaml", PROJECT);
    }

    /** Trains and answers the id of the training. */
    private String train(String... options) {
        var words = new String[options.length + 2];
        words[0] = "train";
        words[1] = "--json";
        System.arraycopy(options, 0, words, 2, options.length);
        var seen = desk.slipway(words);
        assertThat(seen.code()).as(seen.err()).isZero();
        var id = RUN.matcher(seen.out());
        assertThat(id.find()).as(seen.out()).isTrue();
        return id.group(1);
    }

    @Test
    void a_training_on_one_thread_comes_out_the_same_on_two_and_that_is_on_record() {
        var run = train("--threads", "1");

        var again = desk.slipway("rerun", run, "--threads", "2");

        assertThat(again.code()).as(again.err() + again.out()).isZero();
        assertThat(again.out()).contains("equal to the bit: ", " and 3 models of run " + run.substring(0, 8));
        assertThat(again.err()).contains("trial 1, baseline: the same", "model xgboost: the same");
    }

    @Test
    void other_data_are_named_before_anything_is_fitted() throws IOException {
        var run = train("--only", "baseline");
        Files.writeString(folder.resolve("bookings.csv"), desk.text("bookings.csv") + "B99999,40,none,50.00,no\n");

        var again = desk.slipway("rerun", run);

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains("different: data.sha256 is ", "different: 0 trials and 0 models");
    }

    @Test
    void another_seed_is_said_and_another_answer_found() throws IOException {
        var run = train("--only", "logistic");
        desk.file("slipway.yaml", PROJECT.replace("positive: \"yes\"", "positive: \"yes\", split: {seed: 7}"));

        var again = desk.slipway("rerun", run);

        assertThat(again.code()).as(again.err() + again.out()).isEqualTo(1);
        assertThat(again.out())
                .contains(
                        "otherwise than then: project.sha256 is ", "different: trial 1 of logistic answers otherwise");
    }

    @Test
    void a_run_that_is_not_there_or_was_no_training_is_a_problem() {
        assertThat(desk.slipway("rerun", "abcd").code()).isEqualTo(3);
        assertThat(desk.slipway("rerun", "abcd").err()).contains("RUN-MISSING");
        assertThat(desk.slipway("rerun", "abcd", "--threads", "0").err()).contains("0 threads make no sense");
    }
}
